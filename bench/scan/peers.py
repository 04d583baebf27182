"""pandas, numpy and scipy doing the scan's work; driven by bench/scan.ts over stdin.

Reads one JSON line: {"file", "coins", "days", "task"}; the file holds the benchmark and then the
returns, coin after coin, as float64. Answers each with {"ms", "check"}.
"""
import json
import sys
import time

import numpy as np
import pandas as pd
from scipy import stats

loaded = {}


def load(file, coins, days):
    key = (file, coins, days)
    if key not in loaded:
        loaded.clear()
        raw = np.fromfile(file, dtype=np.float64, count=(coins + 1) * days)
        loaded[key] = (raw[:days], raw[days:].reshape(coins, days))
    return loaded[key]


def pandas_rolling(x, returns):
    frame, series = pd.DataFrame(returns.T), pd.Series(x)
    found = 0.0
    for window in (30, 90):
        roll = frame.rolling(window)
        r = roll.corr(series)
        beta = roll.cov(series).div(series.rolling(window).var(), axis=0)
        found += r.iloc[-1, 0] + beta.iloc[-1, 0]
    return found


def rolling_sum(values, window):
    total = np.cumsum(values, axis=-1)
    out = total[..., window - 1:].copy()
    out[..., 1:] -= total[..., :-window]
    return out


def numpy_rolling(x, returns):
    found = 0.0
    for window in (30, 90):
        sx, sxx = rolling_sum(x, window), rolling_sum(x * x, window)
        sy, syy = rolling_sum(returns, window), rolling_sum(returns * returns, window)
        sxy = rolling_sum(returns * x, window)
        vx = sxx - sx * sx / window
        vy = syy - sy * sy / window
        common = sxy - sy * (sx / window)
        beta = common / vx
        r = common / np.sqrt(vx * vy)
        found += r[0, -1] + beta[0, -1]
    return found


def spearman(x, y):
    """rho and the variance of design/methods.md for one pair of series."""
    n = len(x)
    rho = stats.spearmanr(x, y)[0]
    rx, ry = stats.rankdata(x), stats.rankdata(y)
    return rho, variance(rx, ry, n)


def variance(rx, ry, n):
    u, v = (rx - 0.5) / n, (ry - 0.5) / n
    ox, oy = np.argsort(-rx, kind="stable"), np.argsort(-ry, kind="stable")
    a, b = np.empty(n), np.empty(n)
    a[ox] = np.cumsum(v[ox]) / n
    b[oy] = np.cumsum(u[oy]) / n
    return np.var(12 * (u * v + a + b)) / n


def scipy_tests(x, returns):
    """One coin after the other, as it is usually written."""
    found = 0.0
    for y in returns:
        for window in (30, 60, 90):
            rho1, v1 = spearman(x[-window:], y[-window:])
            rho0, v0 = spearman(x[-window - 270:-window], y[-window - 270:-window])
            t = (np.arctanh(rho1) - np.arctanh(rho0)) / np.sqrt(
                v1 / (1 - rho1**2) ** 2 + v0 / (1 - rho0**2) ** 2)
            found += 2 * stats.t.sf(abs(t), window - 3)
    return found


def side(x, returns):
    """All coins at once; ties do not occur in these data."""
    n = len(x)
    rx, ry = stats.rankdata(x), stats.rankdata(returns, axis=1)
    cx, cy = rx - rx.mean(), ry - (n + 1) / 2
    rho = cy @ cx / np.sqrt((cx * cx).sum() * (cy * cy).sum(axis=1))
    u, v = (rx - 0.5) / n, (ry - 0.5) / n
    ox, oy = np.argsort(-rx), np.argsort(-ry, axis=1)
    a, b = np.empty_like(v), np.empty_like(v)
    a[:, ox] = np.cumsum(v[:, ox], axis=1) / n
    np.put_along_axis(b, oy, np.cumsum(u[oy], axis=1) / n, axis=1)
    return rho, np.var(12 * (u * v + a + b), axis=1) / n


def vector_tests(x, returns):
    """The same with whole matrices, as somebody in a hurry would write it."""
    found = 0.0
    for window in (30, 60, 90):
        rho1, v1 = side(x[-window:], returns[:, -window:])
        rho0, v0 = side(x[-window - 270:-window], returns[:, -window - 270:-window])
        t = (np.arctanh(rho1) - np.arctanh(rho0)) / np.sqrt(
            v1 / (1 - rho1**2) ** 2 + v0 / (1 - rho0**2) ** 2)
        found += (2 * stats.t.sf(np.abs(t), window - 3)).sum()
    return found


def pandas_ranks(x, returns):
    """Rolling rank correlation; pandas has none, so each window is ranked by itself."""
    series, found = pd.Series(x), 0.0
    for y in returns:
        for window in (30, 60, 90):
            own = pd.Series(y)
            r = own.rolling(window).apply(
                lambda part: stats.spearmanr(series[part.index], part)[0], raw=False)
            found += r.iloc[-1]
    return found


tasks = {
    "pandas": pandas_rolling,
    "numpy": numpy_rolling,
    "scipy": scipy_tests,
    "vector": vector_tests,
    "ranks": pandas_ranks,
}

print(json.dumps({"versions": f"numpy {np.__version__}, pandas {pd.__version__}, scipy "
                  f"{__import__('scipy').__version__}"}), flush=True)
for line in sys.stdin:
    asked = json.loads(line)
    x, returns = load(asked["file"], asked["coins"], asked["days"])
    start = time.perf_counter()
    used = time.process_time()
    check = tasks[asked["task"]](x, returns)
    print(json.dumps({"ms": (time.perf_counter() - start) * 1e3,
                      "cpuMs": (time.process_time() - used) * 1e3, "check": check}), flush=True)
