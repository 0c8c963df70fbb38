# SPDX-License-Identifier: GPL-3.0-or-later
# Makes delays.json, what statistics_test.cpp expects, with R's own functions: Rscript delays.R > delays.json
# Quantiles: quantile(type = 7). Gap: the median of all differences x - y, and wilcox.test's interval of 95 %.

set.seed(20260301)
numbers <- function(values) paste0("[", paste(values, collapse = ", "), "]")
quantiles <- function(name, days) {
  p <- c(0, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 1)
  q <- if (length(days) == 0) "null" else numbers(sprintf("%.10g", quantile(days, p, type = 7)))
  cat(sprintf('    {"name": "%s", "days": %s, "p": %s, "quantiles": %s}', name, numbers(days), numbers(p), q))
}
gap <- function(name, x, y) {
  test <- suppressWarnings(wilcox.test(x, y, conf.int = TRUE, exact = FALSE, correct = TRUE))
  # Of whole days the borders are whole; R finds them by bisection.
  cat(sprintf('    {"name": "%s", "x": %s, "y": %s, "typical": %.10g, "low": %d, "high": %d}', name, numbers(x),
              numbers(y), median(outer(x, y, "-")), round(test$conf.int[1]), round(test$conf.int[2])))
}
comma <- function() cat(",\n")
skewed <- function(n, median, spread) pmax(0, round(rlnorm(n, log(median), spread)))

cat("{\n  \"quantiles\": [\n")
quantiles("none", integer(0)); comma()
quantiles("one", c(12)); comma()
quantiles("two", c(3, 10)); comma()
quantiles("all the same", rep(7, 9)); comma()
quantiles("ties", c(0, 0, 0, 1, 1, 5, 5, 5, 5, 30)); comma()
quantiles("even", c(1, 2, 3, 4, 10, 20)); comma()
quantiles("skewed", skewed(200, 14, 0.8))
cat("\n  ],\n  \"gaps\": [\n")
gap("the same values", 1:20, 1:20); comma()
gap("later by five", 6:25, 1:20); comma()
gap("ties", rep(c(3, 4, 5), each = 10), rep(c(4, 5, 6), each = 12)); comma()
gap("sizes far apart", skewed(12, 20, 0.5), skewed(300, 14, 0.6)); comma()
gap("skewed", skewed(80, 14, 0.8), skewed(120, 14, 0.8)); comma()
gap("clearly earlier", skewed(60, 8, 0.4), skewed(60, 20, 0.4)); comma()
gap("few", c(2, 5, 9, 11, 12, 14, 18, 21, 25, 40), c(1, 3, 4, 6, 8, 10, 13, 15, 19, 22))
cat("\n  ],\n  \"between\": [\n")
# Days from a deposit to a decision, over the nights on which the clocks change.
dates <- list(c("2026-03-28", "2026-03-29"), c("2026-03-28", "2026-03-30"), c("2026-10-24", "2026-10-26"),
              c("2026-01-31", "2026-03-01"), c("2024-02-28", "2024-03-01"), c("2026-05-01", "2026-05-01"))
for (i in seq_along(dates)) {
  d <- dates[[i]]
  cat(sprintf('    {"from": "%s", "to": "%s", "days": %d}%s\n', d[1], d[2], as.integer(as.Date(d[2]) - as.Date(d[1])),
              if (i < length(dates)) "," else ""))
}
cat("  ]\n}\n")
