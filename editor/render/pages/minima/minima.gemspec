# Not the theme minima itself: templates written for Dateline that give pages of the same build.
Gem::Specification.new do |spec|
  spec.name = "minima"
  spec.add_runtime_dependency "jekyll-feed"
  spec.add_runtime_dependency "jekyll-seo-tag"
end
