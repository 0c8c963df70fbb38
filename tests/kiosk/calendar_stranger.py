#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""calendar_stranger.py PROGRAM [SEED]: 100,000 questions to the calendar (calendar_answers.cpp), whose answers are found
here once more. Written from the law's rules and counted day by day, with dateutil's Easter and months, so that no slip
of the calendar's own can stand in both."""
import datetime
import random
import subprocess
import sys
import zoneinfo

from dateutil.easter import easter
from dateutil.relativedelta import relativedelta

CASES = 100_000
YEARS = range(2020, 2061)
LAST_YEAR = 2085  # ten years and some standing still after the last of them
ONE_DAY = datetime.timedelta(days=1)

# Code du travail, art. L3133-1: month and day, then days from Easter Sunday
EVERYWHERE = [(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)], [1, 39, 50]
# art. L3134-13 (Alsace-Moselle) and L3422-2 (overseas)
MORE = {
    "metropole": ([], []),
    "alsace-moselle": ([(12, 26)], [-2]),
    "mayotte": ([(4, 27)], []),
    "martinique": ([(5, 22)], []),
    "guadeloupe": ([(5, 27)], []),
    "saint-martin": ([(5, 27)], []),
    "guyane": ([(6, 10)], []),
    "saint-barthelemy": ([(10, 9)], []),
    "la-reunion": ([(12, 20)], []),
}
TERRITORIES = sorted(MORE)
# Those of the territories, and two whose clocks change at midnight.
ZONES = ["Europe/Paris", "America/Guadeloupe", "America/Cayenne", "America/Martinique", "America/Marigot",
         "America/St_Barthelemy", "Indian/Mayotte", "Indian/Reunion", "Asia/Beirut", "America/Havana"]


def holidays(territory, year):
    """In order; two that fall on one day are both there."""
    days = []
    for fixed, moving in (EVERYWHERE, MORE[territory]):
        days += [datetime.date(year, month, day) for month, day in fixed]
        days += [easter(year) + offset * ONE_DAY for offset in moving]
    return sorted(days)


CLOSED = {territory: {day for year in range(YEARS[0] - 1, LAST_YEAR + 1) for day in holidays(territory, year)}
          for territory in TERRITORIES}


def is_open(territory, day):
    return day.weekday() < 5 and day not in CLOSED[territory]


def last_day(territory, count, unit, rolls, event, suspensions):
    last = event
    if unit == "month":
        last += relativedelta(months=count)  # to the same number, or the end of a month that has none (CPC, art. 641)
    elif unit == "year":
        last += relativedelta(years=count)
    else:
        left = count * 7 if unit == "week" else count
        while left:
            last += ONE_DAY
            left -= unit != "working-day" or is_open(territory, last)
    still = {start + i * ONE_DAY for start, end in suspensions for i in range((end - start).days)}
    day = event
    while still and day <= last:
        last += ONE_DAY if day in still else ONE_DAY * 0
        day += ONE_DAY
    while (rolls or unit == "working-day") and not is_open(territory, last):
        last += ONE_DAY
    return last


def some_day(dice, territory):
    year = dice.choice(YEARS)
    kind = dice.randrange(5)
    if kind == 0:  # the end of a month, and what is around it
        day = datetime.date(year, dice.randint(1, 12), 1) - ONE_DAY * dice.randint(-1, 3)
    elif kind == 1:
        leap = dice.choice([one for one in YEARS if one % 4 == 0])
        day = datetime.date(leap, 2, 29) + ONE_DAY * dice.randint(-1, 1)
    elif kind == 2:
        day = dice.choice(holidays(territory, year)) + ONE_DAY * dice.randint(-3, 3)
    elif kind == 3:  # so that a limit of months ends around a holiday
        day = dice.choice(holidays(territory, year)) - relativedelta(months=dice.randint(1, 4)) + ONE_DAY * dice.randint(-3, 3)
    else:
        day = datetime.date(year, 1, 1) + ONE_DAY * dice.randrange(365)
    return day


def limit(dice):
    """The time limit's question and its answer."""
    territory = dice.choice(TERRITORIES)
    unit = dice.choice(["day", "working-day", "week", "month", "month", "month", "year"])
    count = dice.choice({"day": [1, 2, 8, 15, 30, 120], "working-day": range(1, 31), "week": range(1, 9),
                         "month": range(1, 28), "year": [1, 2, 3, 10]}[unit])
    rolls = dice.random() < 0.5
    event = some_day(dice, territory)
    suspensions = []
    while dice.random() < 0.3:
        start = event + ONE_DAY * dice.randint(-10, 100)
        suspensions.append((start, start + ONE_DAY * dice.randint(-3, 60)))
    question = f"last {territory} {count} {unit} {int(rolls)} {event}"
    for start, end in suspensions:
        question += f" {start} {end}"
    return question, str(last_day(territory, count, unit, rolls, event, suspensions))


def wall(dice):
    """An instant on the wall, often around a change of the clocks; a postmark's day is the wall's."""
    zone = dice.choice(ZONES)
    at = datetime.datetime.combine(some_day(dice, "metropole"), datetime.time(0), datetime.timezone.utc)
    if dice.random() < 0.5:
        at = at.replace(month=dice.choice([3, 10]), day=dice.randint(24, 31))
    at += datetime.timedelta(seconds=dice.randrange(86400))
    there = at.astimezone(zoneinfo.ZoneInfo(zone))
    return f"wall {zone} {int(at.timestamp())}", there.strftime("%Y-%m-%d %H:%M")


def start(dice):
    zone = dice.choice(ZONES)
    day = some_day(dice, "metropole")
    midnight = datetime.datetime.combine(day, datetime.time(0), zoneinfo.ZoneInfo(zone))
    return f"start {zone} {day}", str(int(midnight.timestamp()))


def main():
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else random.SystemRandom().randrange(2**32)
    print(f"seed {seed}: {sys.argv[0]} {sys.argv[1]} {seed} asks the same again")
    dice = random.Random(seed)
    cases = [(f"holidays {territory} {year}", " ".join(map(str, holidays(territory, year))))
             for territory in TERRITORIES for year in YEARS]
    while len(cases) < CASES:
        cases.append(dice.choices([limit, wall, start], [18, 1, 1])[0](dice))
    asked = "".join(question + "\n" for question, _ in cases)
    done = subprocess.run([sys.argv[1]], input=asked, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"the program ended with {done.returncode}: {done.stderr}")
    answers = done.stdout.splitlines()
    if len(answers) != len(cases):
        sys.exit(f"{len(answers)} answers to {len(cases)} questions")
    apart = [(*case, answer) for case, answer in zip(cases, answers) if case[1] != answer]
    for question, expected, answer in apart[:20]:
        print(f"{question}\n  here: {expected}\n  calendar: {answer}")
    print(f"{len(cases)} cases, {len(apart)} answered otherwise")
    sys.exit(1 if apart else 0)


main()
