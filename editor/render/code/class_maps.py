"""The classes that Rouge gives to what Pygments reads, where the two call it by other names."""

from collections.abc import Mapping

# Measured: the class that most characters of a token had in Rouge, over posts and samples.
# A line for each language, by Rouge's name: Pygments' tokens and their classes in Rouge; "-" is
# plain text. `Name@.(` is a name between a full stop and a bracket; "_" stands for any other sign
# beside it and "^" for the start of a line. `Name'self` is the name "self", `Name~A` one in
# capitals only, `Name~C` one with a capital first, and `Literal.Number~.` a number with a point.
# `Literal.String"` are the marks round a string that is one token, and `Literal.String\\` the
# escapes in it. A token that is not named has its parent's class. The first line, "*", is for all.
_TABLE = """
*: Keyword.Namespace=k Keyword.Reserved=k Operator.Word=k Other=nt Text.Whitespace=-
abap: Name.Function=n Name.Variable=n
actionscript: Name.Builtin=nx Name.Function=kr
ada: Keyword.Namespace=kn Keyword.Type=nb Name.Class=n Name.Function=n Name.Variable=n
apache: Literal.String=sr Name.Builtin=nc Name.Tag=nl
applescript: Comment=c1 Text=w
augeas: Keyword.Declaration=kr Keyword.Namespace=kr Literal.String.Double=s Name.Builtin=kr
  Name.Namespace=kn Name.Variable=n
awk: Name.Builtin=kc
batchfile: Keyword=nb Literal.String.Escape=vm
bbcbasic: Comment.Single=cs Keyword.Declaration=k Literal.Number.Integer=m
  Literal.String.Double=s Name.Function=nv
biml: Comment.Multiline=c Error=nt Text=na
brainfuck: Comment=cm Name.Variable=nb
c: Keyword.Reserved=kr Literal.Number.Float=mi Name.Class=n Name.Constant=n Name.Label=n
ceylon: Name=nd Name.Function=n
cfscript: Name.Variable=nx
clean: Name.Class=kt Operator=p Text.Whitespace=w
clojure: Keyword.Declaration=k Name.Variable=n Text.Whitespace=w
cmake: Comment=c1 Literal.String=- Operator=si
coffeescript: Keyword.Constant=no Name.Variable=na
console: Comment=c Comment.Single=c Text.Whitespace=w
coq: Keyword=kr Keyword.Type=kr Name=no Text=w
cpp: Name.Constant=n Name.Namespace=n
crystal: Name=no Name.Builtin=k Name.Function=n Name.Namespace=no
csharp: Literal.Number.Hex=m Operator=p
css: Comment=c Comment.Preproc=cp
cuda: Name.Function=n
cypher: Literal.String=s1 Operator=ss Punctuation=ss
cython: Keyword.Reserved=kr Name.Builtin=kt
dart: Literal.Number=mi
docker: Literal.String.Double=s Literal.String.Escape=se Name.Variable=s Punctuation=s Text=s
  Text.Whitespace=-
dot: Name.Tag=nv
ecl: Keyword.Declaration=kt Literal.String=s1 Name=nx
eiffel: Keyword.Constant=k Literal.String=s2 Punctuation=pi
elixir: Keyword.Declaration=k Keyword.Namespace=kn Literal.String.Heredoc=sd Name.Attribute=nv
  Name.Class=no Operator.Word=ow Operator'::=p Punctuation':=ss Punctuation'<<=o Punctuation'>>=o
elm: Keyword.Reserved=n Literal.String=s2 Name.Class=kt Name.Variable=k
email: Name.Decorator=na Name.Label=na Text.Whitespace=na
factor: Keyword.Namespace=kn
fortran: Keyword.Declaration=p Text.Whitespace=w
freefem: Keyword.Pseudo=na Keyword.Reserved=nb Literal.String=cp Name.Function=nb
fsharp: Name.Variable=n Operator=p
ghc-core: Literal.Number.Float=nn Name=nv Name.Function=k Operator=p Operator.Word=o
gherkin: Keyword=- Literal.String=n Name.Function=-
glsl: Literal.Number.Float=mi
go: Comment.Single=c Keyword.Constant=no Keyword.Declaration=k Literal.Number.Integer=m
  Name.Other=n
graphql: Error=p Literal.String=s2 Name.Decorator=k Name.Function=n Text.Whitespace=w
hack: Comment.Multiline=cp Keyword=kc Name.Builtin=n Name.Function=n Name.Other=n Keyword@__=k
  Name.Other@&(=nf Name.Other@:<=kt Name.Other@^(=nf Name.Other@_(=nf Operator@^_=mf
haml: Name=nf Operator=p
handlebars: Comment.Preproc=k Comment.Special=k Literal.Number.Attribute=nn Operator=na
  Punctuation=nt
haskell: Keyword.Reserved=kr Name.Function=n Operator.Word=o
haxe: Keyword.Declaration=k Name=nb Name.Function=nx
hcl: Keyword.Reserved=nx Name.Attribute=nx Name.Builtin=nx Name.Variable=s2
html: Comment.Multiline=c Keyword=nl Keyword.Type=m Literal.Number.Float=m Literal.Number.Hex=m
  Literal.Number.Integer=m Literal.String.Double=dl Operator=na Punctuation=nt
http: Literal=s Name.Tag=nl Operator=p
hylang: Keyword=nb Keyword.Declaration=nb Name.Builtin=nf Name.Variable=n Text.Whitespace=w
idlang: Literal.Number.Integer.Long=mi Text=n Text.Whitespace=w
idris: Keyword.Reserved=kr Operator.Word=o Text=n
igorpro: Comment.Single=c Keyword.Reserved=kd Keyword.Type=kp Name.Class=n Name.Decorator=cp
  Text=n
ini: Comment.Single=c Keyword=nn Name.Attribute=py Operator=p
io: Keyword=nb Operator=p
irb: Generic.Output=ss Keyword.Pseudo=nb Name=nf Operator=p
isabelle: Keyword.Namespace=kn Name.Type=nv Text.Whitespace=w
j: Literal.Number.Integer=m Literal.String=s1 Name.Function=kp Name.Label=k Name.Variable=n
  Operator=nf
janet: Literal.String=s2 Name.Builtin=kr Name.Variable=nf Text.Whitespace=w
java: Keyword.Constant=kc Keyword.Declaration=kd Keyword.Namespace=kn Keyword.Type=kt
  Literal.String.Char=sc Name.Attribute=na Name.Decorator=nd Name.Function=nf Name.Namespace=nn
  Punctuation=o Name~A=no Name~C=nc
javascript: Comment.Hashbang=cp Keyword.Constant=kc Keyword.Declaration=kd Keyword.Reserved=kd
  Literal.Number.Float=mi Literal.Number.Float~.=mf Literal.String.Backtick=s2
  Literal.String.Double"=dl Literal.String.Double\\=se Literal.String.Interpol=p
  Literal.String.Regex=sr Literal.String.Regex\\=se Literal.String.Single"=dl
  Literal.String.Single\\=se Name.Exception=nb Operator':=p Operator'?=p Operator.Word=k
  Punctuation'=>=o Name.Other@^:=na Name.Other@_:=na
json: Literal.String.Double\\=se Name.Tag=nl Text.Whitespace=w
jsonnet: Name.Variable=nx Operator=p
jsp: Keyword=nt Name=na Punctuation=o
jsx: Literal.Number.Float=mi
julia: Punctuation=x
kotlin: Keyword.Constant=k Keyword.Declaration=k Keyword.Type=nc Literal.Number=mi
  Literal.String.Char=sc Literal.String.Interpol=s Name=nc Name.Attribute=nf Name.Function=nf
  Name.Namespace=nn Name.Variable=py Operator=p Keyword.Declaration@__=kd Name@_(=nf
lasso: Literal.String.Doc=cd Name.Builtin=nx
lean: Comment.Single=cd Keyword.Declaration=k Name.Builtin.Pseudo=o Operator=-
liquid: Error=s2 Name.Attribute=nf Text.Whitespace=w
literate_coffeescript: Name.Other=-
literate_haskell: Comment.Special=nl Name.Function=n Operator.Word=o
livescript: Name.Other=na Name.Variable=na Operator=p
llvm: Comment=c1
lua: Literal.String.Escape=s2 Name.Function=n Name.Property=n Name.Variable=n Operator.Word=ow
make: Comment.Preproc=nv Keyword=nv Literal.Number=nv Literal.String.Escape=-
  Literal.String.Interpol=nv Name=nf Name.Function=nl
markdown: Generic.Emph=gt Keyword=gt Name.Attribute=sx Name.Tag=nv
mason: Comment.Multiline=c Literal.String=s1 Name=s Name.Tag=cp Other=w
mathematica: Literal.Number.Integer=m Name=nv Name.Variable=nb Text.Whitespace=w
matlab: Comment=c1 Literal.String=mi Name=mi
meson: Name.Variable.Magic=nb
moonscript: Keyword.Type=p Literal.String=s1 Name.Function=o Name.Variable=ss
  Name.Variable.Class=vi Text=w Text.Whitespace=w
mosel: Operator=p Text=n
mxml: Keyword.Declaration=kr Keyword.Type=nx Name=nx Name.Function=nx
nasm: Keyword=nf
nesasm: Keyword.Pseudo=kr Name=nf Name.Label=nf
nginx: Keyword.Namespace=kn
nim: Keyword.Declaration=k Literal.String.Other=n Name.Builtin=kt Name.Function=n
nix: Comment.Single=c Keyword=kn Literal=sx Literal.String.Symbol=nv Name.Constant=kc
objective_c: Literal=p Name.Builtin.Pseudo=n
objective_cpp: Keyword.Type=n Name.Builtin.Pseudo=nc Name.Function=n Name.Variable=n
ocaml: Operator.Word=ow
openedge: Literal.String.Double=s
pascal: Literal.Number.Integer=m Name.Builtin=k Operator=p
perl: Comment.Hashbang=c1 Error=p Literal.String=s1 Literal.String.Regex=nv Name=nv
  Name.Builtin.Pseudo=nv Operator.Word=ow
php: Literal.String.Doc=cd Literal.String.Interpol=nv Name.Attribute=n Name.Function.Magic=n
  Name.Other=nc Other@<<=-
plist: Text=l Text.Whitespace=w
plsql: Keyword=kr Literal.String.Single=sx Literal.String.Symbol=nv Name=nf
pony: Keyword=kr Name.Builtin.Type=nc Name.Function=n Name.Type=nc Operator.Word=kr
postscript: Name.Function=nb
powershell: Keyword=kr Literal.String.Doc=cs Name=nx Name.Builtin=n Name.Constant=n
  Punctuation=nx Text=w
praat: Punctuation=-
prolog: Literal.String.Atom=o Name.Function=ss Operator=ss
prometheus: Error=sb Literal.String=s2 Name.Label=na Name.Variable=n Punctuation=s2
properties: Comment.Single=c Name.Attribute=py Operator=p
puppet: Keyword=n Literal.String=s1 Name.Attribute=py Operator=p
python: Comment.Hashbang=c1 Keyword.Constant=bp Keyword.Namespace=kn Literal.String.Doc=s
  Literal.String.Double=s Literal.String.Single=s Name.Builtin=nb Name.Builtin.Pseudo=bp
  Name.Class=nc Name.Decorator=n Name.Exception=nb Name.Function=nf Name.Function.Magic=nf
  Name.Namespace=nn Operator.Word=ow
q: Comment.Single=cm Literal.Number.Integer.Long=mi Name.Builtin=ow Name.Function=n
  Name.Variable=n Text.Whitespace=w
qml: Keyword=nl
r: Name.Function=n Text.Whitespace=w
racket: Keyword.Declaration=nt Keyword.Namespace=nv Name=nf Name.Namespace=nv
reasonml: Operator.Word=o
rego: Keyword=ow Name.Builtin=n
robot_framework: Error=bp Generic.Subheading=nl Keyword.Namespace=bp Literal.String=nf
  Name.Namespace=nf Punctuation=w
ruby: Keyword.Pseudo=kp Literal.String.Char=p Literal.String.Delimiter=no Name.Builtin=nb
  Name.Class=nc Name.Constant=no Name.Function=nf Name.Namespace=nn Name.Variable.Class=vc
  Name.Variable.Global=vg Name.Variable.Instance=vi Keyword.Pseudo@^:=nb Name@.(=nf Name@..=nf
  Name@.:=nf Name@.==nf Name@._=nf Name@.{=nf Name@^:=n Operator'.=p Operator'[=p Operator']=p
  Comment.Hashbang=c1 Name'alias_method=kp Name'require_relative=nb
rust: Comment.Preproc=nd Keyword.Constant=k Keyword.Declaration=k Keyword.Pseudo=o
  Keyword.Type=nb Literal.Number.Hex=mi Literal.String.Char=sc Literal.String.Doc=cd
  Literal.String.Escape=se Name.Attribute=nv Name.Builtin=nb Name.Builtin.Pseudo=k Name.Class=n
  Name.Function=nf Name.Function.Magic=nd Name.Namespace=n Name@.(=nf Name@._=py Name@:(=nf
  Name@::=nn Name@^(=nf Name@^:=nn Name@_(=nf Name.Builtin@^(=nf Name.Builtin@_(=nf
  Name.Builtin@_:=nn Name.Builtin@__=k Name.Class@&_=k Name.Class@::=nn Name.Class@_(=nf
  Name.Function@_<=n Operator'|=p Punctuation'->=k Punctuation'.=nf Punctuation@._=o
sas: Literal.String=s2
sass: Literal.Number.Integer=m Name.Attribute=nl Operator.Word=ow
scala: Keyword.Constant=kc Keyword.Declaration=k Literal.String.Interpol=s
  Literal.String.Symbol=ss Name=py Name.Builtin.Pseudo=k Name.Class=kt Name.Decorator=nd
  Name.Function=nf Name.Namespace=nn Operator=k Operator'%=o Operator'&&=o Operator'*=o
  Operator'+=o Operator'-=o Operator'/=o Operator'>=o Operator'===o Operator'====o
  Punctuation':=k Punctuation=o Name@^.=nv Name@^_=n Name@_(=nf
  Name@_.=nv Name@_==nv Name@__=n Name.Class@._=py Name.Class@_(=nc Name.Class@_.=nv
  Name.Class@_==nv Name.Class@_{=nc
scss: Error=nv Keyword.Type=m Literal.Number.Integer=m Name.Namespace=si Name.Pseudo=bp
  Name.Tag=nl Operator=p Operator.Word=ow Name.Tag@_{=nv
sed: Comment.Single=c Literal.String.Single=- Punctuation=kn
shell: Comment.Single=c
sieve: Literal.String=s2 Name.Builtin=nf Name.Tag=o
slim: Comment.Preproc=s1 Operator=p
smarty: Comment.Preproc=k Name.Function=nb
sml: Keyword.Reserved=kr
solidity: Error=mf Keyword.Type=k Name.Entity=n Name.Variable=n Text=n
sparql: Literal.String=s2 Name.Tag=ss Text=w
sql: Error=p Name.Builtin=nb
stan: Keyword=na Keyword.Namespace=nn Name=nv
stata: Literal.String=s2 Name.Variable=s2 Name.Variable.Global=s2 Text=n
supercollider: Keyword.Declaration=k Literal.Number.Integer=mf Literal.String.Double=s
  Name.Other=nc
swift: Error=p Keyword.Constant=k Keyword.Declaration=kd Keyword.Reserved=kd
  Literal.String.Escape=se Literal.String.Interpol=se Name.Builtin=kt Name.Builtin.Pseudo=n
  Name.Class=kt Name.Function=nf Name.Variable=nv Keyword.Declaration'let=k Keyword.Reserved@__=k
  Name~A=kt Name~C=kt Name@.(=nf Name@^(=nf Name@^:=nv Name@_(=nf Name@_:=nv
  Name@@(=kd Name@@_=kd Name.Builtin.Pseudo@^(=nf Punctuation'->=o Punctuation'.=o
  Punctuation'<=o Punctuation'==o Punctuation'>=o
  Name.Builtin.Pseudo@.(=nf Name.Builtin.Pseudo@:_=kt Name.Builtin.Pseudo@_(=nf
systemd: Literal.String=- Name.Attribute=nt Operator=p
tap: Keyword.Reserved=kr
tcl: Keyword=- Name.Builtin=- Name.Variable=-
terraform: Literal.Number=mi Literal.String.Double=nx Name.Attribute=nx Name.Builtin=nx
  Name.Class=s2 Name.Variable=s2 Operator=p
toml: Comment.Single=c Keyword=nn Keyword.Constant=kc Literal.String.Double=s
  Literal.String.Single=s Name=py Operator=p
tsx: Keyword.Type=nb Literal.Number.Float=mi Name.Tag=nc Operator=p
turtle: Comment=c1 Error=kd Generic.Emph=na Keyword=kd Name.Tag=n Name.Variable=nl Operator=na
  Text=w Text.Whitespace=w
twig: Other=-
typescript: Keyword.Constant=kc Keyword.Declaration=kd Keyword.Declaration@^_=kr
  Keyword.Reserved=kd Keyword.Type=kr Keyword.Type~C=nb Keyword'abstract=kd
  Literal.Number.Float=mi Literal.Number.Float~.=mf Literal.String.Double"=dl
  Literal.String.Double\\=se Literal.String.Regex=sr Literal.String.Single"=dl
  Literal.String.Single\\=se Name.Other'any=kr Name.Other@_:=na Operator':=p Operator'?=p
  Operator.Word=k Punctuation'=>=o
vala: Keyword.Declaration=k
vb: Comment=c1
vcl: Literal.Date=mx Literal.String=s2 Name.Attribute=- Name.Constant=mf Name.Variable.Global=-
  Operator=-
velocity: Comment=cm Other=-
vhdl: Name.Class=n Operator=p
viml: Keyword=nb
vue: Name.Tag=k Operator=p Punctuation=nt
xml: Comment.Multiline=c
xquery: Keyword.Declaration=k Literal=w Literal.String.Double=s Name=nv Name.Attribute=s
  Text.Whitespace=w
yaml: Literal.Scalar.Plain=s Literal.String.Escape=se Name.Constant=s Name.Tag=na Punctuation=pi
  Punctuation.Indicator=pi Name.Tag@_:=nv
yang: Keyword=kd Name.Class=kt Name.Variable=n Text.Whitespace=w
"""


def _maps() -> dict[str, dict[str, str]]:
    maps: dict[str, dict[str, str]] = {}
    named: dict[str, str] = {}
    for word in _TABLE.split():
        token, _, short = word.rpartition("=")
        if token:
            named[token] = "" if short == "-" else short
        else:
            named = maps.setdefault(word.removesuffix(":"), {})
    return maps


MAPS: Mapping[str, Mapping[str, str]] = _maps()
"""Rouge's classes by Rouge's name of a language and Pygments' name of a token."""
