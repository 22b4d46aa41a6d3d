// Example operations: the tabs that GraphiQL opens with. Each runs unchanged.

/** An operation with its variables as JSON text. */
export interface Example {
  readonly name: string;
  readonly query: string;
  readonly variables?: string;
}

export const examples: readonly Example[] = [
  {
    name: 'Week',
    query: `# Press ▶. The extensions of the result show its cost: "calls" are requests to Polar AccessLink.
# Run it again and they are 0. Every field is described: hover over it, or open the docs on the left.
query Week {
  viewer {
    days(range: { lastDays: 7 }) {
      nodes {
        date
        activity { steps energyKcal distanceMeters }
        cardioLoad { status strain tolerance ratio }
        night { sleepScore deepSleep recharge { ansCharge } }
        exercises { sport { name } duration distanceMeters }
      }
    }
  }
}
`,
  },
  {
    name: 'LastNights',
    query: `query LastNights {
  viewer {
    nights(range: { lastDays: 14 }, last: 3) {
      nodes {
        date
        startTime
        endTime
        sleepScore
        hypnogram { time stage durationSeconds }
        heartRateColumns(maxPoints: 40) { times values }
        recharge { status ansCharge heartRateVariabilityStatistics { mean minimum maximum } }
        skinTemperature { temperatureCelsius deviationFromBaselineCelsius }
      }
      pageInfo { hasPreviousPage startCursor }
    }
  }
}
`,
  },
  {
    name: 'Exercises',
    query: `query Exercises($maxPoints: Int = 100) {
  viewer {
    exercises(last: 2) {
      nodes {
        id
        startTime
        sport { name }
        durationSeconds
        heartRateZones { index lowerLimit upperLimit inZoneSeconds }
        samples(types: [HEART_RATE, SPEED], maxPoints: $maxPoints) {
          type
          unit
          offsetSeconds
          values
          statistics { minimum mean maximum }
        }
        route { points(maxPoints: $maxPoints) { latitude longitude } }
        day { date activity { steps } }
      }
    }
  }
}
`,
    variables: '{\n  "maxPoints": 60\n}',
  },
  {
    name: 'WholeDay',
    query: `query WholeDay {
  viewer {
    days(range: { lastDays: 1 }) {
      nodes {
        date
        activity { steps stepBuckets(minutes: 60) { startTime steps } samples { zones { time zone } inactivityStamps } }
        heartRate { columns(maxPoints: 100) { times values } statistics { minimum mean maximum } }
        alertness { grade gradeClassification }
        circadianBedtime { quality }
        biosensing {
          bodyTemperature { sensorLocation statistics { mean } }
          ecgTests { testTime averageHeartRate }
          spo2Tests { testTime bloodOxygenPercent }
        }
      }
    }
  }
}
`,
  },
  {
    name: 'Limits',
    query: `# What Polar AccessLink allows. This sends no request to it.
query Limits {
  dataWindows { resource description }
  rateLimit { short { used limit resetsAt } long { used limit resetsAt } }
}
`,
  },
];
