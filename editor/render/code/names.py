"""Know the languages that Rouge knows, by their names and aliases; capitals count."""

# Rouge 3.30 and 4.7: a name with its aliases on each line; names without any share lines.
_WITH_ALIASES = """
actionscript as as3
apiblueprint apib
augeas aug
batchfile bat batch dosbatch winbatch
bibtex bib
brightscript brs bs
cfscript cfc
clojure clj cljs
coffeescript coffee coffee-script
common_lisp cl common-lisp elisp emacs-lisp lisp
conf config configuration
console shell-session shell_session terminal
cpp c++
crystal cr
csharp c# cs
cython pyrex pyx
d dlang
diff patch udiff
docker Dockerfile dockerfile
eex heex leex
elixir exs
email e-mail eml
erb eruby rhtml
erlang erl
escape esc
fluent ftl
freefem ff
gdscript gd
ghc-cmm cmm
gherkin behat cucumber
go golang
hack hh
haml HAML
handlebars hbs mustache
haskell hs
haxe hx
hylang hy
idris idr
irb pry
isabelle Isabelle isa
janet jdn
javascript js
jinja django
json-doc jsonc
jsx react
julia jl
lasso lassoscript
literate_coffeescript litcoffee
literate_haskell lhaskell lhs lithaskell
livescript ls
make bsdmake gnumake makefile mf
markdown md mkd
mathematica wl
matlab m
moonscript moon
nesasm nes
nim nimrod
nix nixos
objective_c obj-c obj_c objc objectivec
objective_cpp obj-c++ obj-cpp obj_c++ obj_cpp objc++ objcpp objectivec++ objectivecpp
ocl OCL
opentype_feature_file fea opentype opentypefeature
perl pl
php php3 php4 php5
plaintext text
postscript eps postscr ps
powershell microsoftshell msshell posh
protobuf proto
puppet pp
python py
q kdb+
r R S s
robot_framework robot robot-framework
ruby rb
rust rs rs,ignore rs,no_run rs,should_panic rust,ignore rust,no_run rust,should_panic
shell bash ksh sh zsh
smalltalk squeak st
sml ml
systemd unit-file
terraform tf
tex LaTeX TeX latex
typescript ts
vb visualbasic
vcl varnish varnishconf
viml ex vim vimscript
vue vuejs
xojo realbasic
yaml yml
zig zir
"""
_ALONE = """
abap ada apache apex applescript armasm awk bbcbasic biml bpf brainfuck bsl c ceylon clean cmake
cmhg coq css csvs cuda cypher dafny dart datastudio digdag dot ecl eiffel elm epp factor fortran
fsharp ghc-core glsl gradle graphql groovy hcl hlsl hocon hql html http idlang igorpro ini io
irb_output isbl j java jsl json jsonnet jsp kotlin lean liquid llvm lua lustre lutin m68k magik
mason meson minizinc mosel msgtrans mxml nasm nginx nial ocaml openedge pascal plist plsql pony
praat prolog prometheus properties qml racket reasonml rego rescript sas sass scala scheme scss sed
sieve slice slim smarty solidity sparql sqf sql ssh stan stata supercollider swift syzlang syzprog
tap tcl toml tsx ttcn3 tulip turtle twig vala velocity verilog vhdl wollok xml xpath xquery yang
"""


def _tags() -> dict[str, str]:
    tags = {tag: tag for tag in _ALONE.split()}
    for line in _WITH_ALIASES.strip().splitlines():
        tag, *aliases = line.split()
        tags.update(dict.fromkeys((tag, *aliases), tag))
    return tags


TAGS = _tags()
"""Rouge's own name of a language for each name and alias that a writer may use."""
