"""The site: what the generator is given, and how the finished site takes the place of the last one."""
