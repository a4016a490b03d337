# Expected values of the ratios, of Holm's adjustment and of Hamed and Rao's correction, for test/methods.
#
# Run as `Rscript test/oracle/generate.R` with MASS and jsonlite. It also writes R's own data sets, which generate.py
# reads, to series.json. Infinite limits are written as null.
library(jsonlite)
library(MASS)

made <- list(script = "generate.R", R = R.version.string, MASS = as.character(packageVersion("MASS")))
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)))
write <- function(name, value) {
  writeLines(toJSON(value, auto_unbox = TRUE, digits = NA, null = "null", na = "null"), file.path(here, name))
}

# ---- series ---------------------------------------------------------------------------------------------------------
series <- lapply(list(nottem = nottem, co2 = co2, AirPassengers = AirPassengers, Nile = Nile, lynx = lynx, uspop = uspop),
  function(x) list(start = start(x), frequency = frequency(x), values = as.numeric(x)))
write("series.json", c(list(made = made), series))

# ---- ratio of two Poisson counts ------------------------------------------------------------------------------------
poisson_case <- function(a, b, t1 = 1, t0 = 1, level = 0.95) {
  test <- poisson.test(c(a, b), T = c(t1, t0), conf.level = level)
  limit <- function(x) if (is.finite(x)) x else NULL
  list(current = a, base = b, currentExposure = t1, baseExposure = t0, confidence = level,
    ratio = limit(unname(test$estimate)), low = limit(test$conf.int[1]), high = limit(test$conf.int[2]), p = test$p.value)
}
poisson <- list(
  poisson_case(7, 5), poisson_case(14, 10), poisson_case(70, 50), poisson_case(128, 100), poisson_case(700, 500),
  poisson_case(7000, 5000), poisson_case(5, 0), poisson_case(0, 4), poisson_case(1, 1), poisson_case(12, 30),
  poisson_case(28, 31, 181, 184), poisson_case(9, 40, 2.5, 10), poisson_case(3, 0, 31, 28), poisson_case(5, 50, 1, 12, 0.9),
  poisson_case(40000, 39000, 181, 184), poisson_case(64, 100, 1, 1, 0.99), poisson_case(2, 9, 1, 3))

# ---- quasi-Poisson and negative binomial ratios of two windows ------------------------------------------------------
window_case <- function(current, base, e1 = rep(1, length(current)), e0 = rep(1, length(base)), nb = TRUE) {
  d <- data.frame(y = c(base, current), e = c(e0, e1), g = rep(0:1, c(length(base), length(current))))
  tight <- glm.control(epsilon = 1e-14, maxit = 200)
  # summary() takes weights and residuals from before the last step, which at R's default tolerance leaves the
  # dispersion off by 1e-7 to 1e-5; starting again from the coefficients gives it to full precision
  fit <- glm(y ~ g + offset(log(e)), quasipoisson, d, control = tight)
  for (again in 1:3) fit <- glm(y ~ g + offset(log(e)), quasipoisson, d, control = tight, start = coef(fit))
  s <- summary(fit)
  printed <- summary(glm(y ~ g + offset(log(e)), quasipoisson, d))$dispersion
  b <- s$coefficients["g", "Estimate"]
  half <- qt(0.975, fit$df.residual) * s$coefficients["g", "Std. Error"]
  out <- list(current = current, base = base, currentExposures = e1, baseExposures = e0, ratio = exp(b),
    dispersion = s$dispersion, dispersionAtDefaultTolerance = printed, low = exp(b - half), high = exp(b + half), t = s$coefficients["g", "t value"],
    p = s$coefficients["g", "Pr(>|t|)"])
  if (!nb) return(out)
  m <- glm.nb(y ~ g + offset(log(e)), d, control = glm.control(epsilon = 1e-12, maxit = 500))
  ci <- exp(confint.default(m))["g", ]
  c(out, list(negativeBinomial = list(ratio = unname(exp(coef(m)["g"])), theta = m$theta, low = ci[[1]], high = ci[[2]],
    p = summary(m)$coefficients["g", "Pr(>|z|)"])))
}
base <- c(80, 70, 95, 105, 90, 60)
current <- c(110, 95, 140, 160, 120, 75)
windows <- list(
  window_case(current, base),
  window_case(c(1500, 1620, 1810, 1790, 1600, 1662), c(1200, 1100, 1350, 1280, 1190, 1010)),
  window_case(c(3, 0, 9, 1), c(0, 2, 0, 0, 7, 1, 0, 3)),
  window_case(c(12, 31, 5, 44, 18), c(40, 22, 9), c(31, 30, 31, 31, 28), c(31, 28, 31)),
  window_case(current, base, c(31, 30, 31, 30, 31, 31), c(28, 31, 30, 31, 30, 31)),
  window_case(c(5, 40), c(20, 2)))

# ---- Holm -----------------------------------------------------------------------------------------------------------
p <- c(0.01, 0.04, NA, 0.03, 0.005, 0.5, 0.04, 1, 1e-8)
write("ratio.json", list(made = made, poisson = poisson, windows = windows, holm = list(p = p, adjusted = p.adjust(p, "holm"))))

# ---- Hamed and Rao --------------------------------------------------------------------------------------------------
# y may hold NA; times are the positions, so gaps count in the line and in the lags
hamed_rao <- function(y, lags) {
  at <- which(!is.na(y))
  x <- y[at]
  n <- length(x)
  pairs <- combn(n, 2)
  i <- pairs[1, ]
  j <- pairs[2, ]
  slope <- median((x[j] - x[i]) / (at[j] - at[i]))
  ranks <- y
  ranks[at] <- rank(x - slope * at)
  r <- acf(ranks, lag.max = lags, plot = FALSE, na.action = na.pass)$acf[-1]
  r[abs(r) <= qnorm(0.975) / sqrt(n)] <- 0
  k <- seq_len(lags)
  factor <- 1 + 2 / (n * (n - 1) * (n - 2)) * sum((n - k) * (n - k - 1) * (n - k - 2) * r)
  s <- sum(sign(x[j] - x[i]))
  ties <- table(x)
  v <- (n * (n - 1) * (2 * n + 5) - sum(ties * (ties - 1) * (2 * ties + 5))) / 18
  z <- (s - sign(s)) / sqrt(v * factor)
  list(values = y, maxLag = lags, slope = slope, score = s, factor = factor, z = if (factor > 0) z else NULL,
    p = if (factor > 0) 2 * pnorm(-abs(z)) else NULL)
}
gappy <- as.numeric(Nile)
gappy[c(3, 17, 18, 40, 77, 99)] <- NA
saw <- as.numeric(rep(c(10, 20), 15)) + round(sin(1:30), 3)
# the series of pyMannKendall issue 29, where that program's variance was negative
issue29 <- c(0.35257984, 0.38692909, 0.39669828, 0.36296244, 0.42035612, 0.39374964, 0.41100085, 0.43182076, 0.40815853,
  0.45394297, 0.41584767, 0.47399517)
cases <- list(Nile = hamed_rao(as.numeric(Nile), 3), NileAllLags = hamed_rao(as.numeric(Nile), 99), lynx = hamed_rao(as.numeric(lynx), 3),
  gaps = hamed_rao(gappy, 3), saw = hamed_rao(saw, 3), issue29 = hamed_rao(issue29, 11))
write("hamed-rao.json", c(list(made = made), cases))
