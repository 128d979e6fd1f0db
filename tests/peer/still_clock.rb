# Let the clock stand still, so that two builds of a site take place at the same moment.
moment = Rational(ENV.fetch("DATELINE_NOW"))
Time.define_singleton_method(:now) { |**options| Time.at(moment, **options) }
