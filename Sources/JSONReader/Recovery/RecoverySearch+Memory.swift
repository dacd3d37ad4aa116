extension RecoverySearch {
  /// Drops the steps and frames of readings that were given up; in a long text they are nearly all.
  mutating func forgetAbandoned() {
    forgetSteps()
    forgetFrames()
  }

  private mutating func forgetSteps() {
    var isNeeded = [Bool](repeating: false, count: steps.count)
    for configuration in waiting + finished {
      var index = configuration.step
      while index >= 0, !isNeeded[index] {
        isNeeded[index] = true
        index = steps[index].previous
      }
    }
    var places = [Int](repeating: -1, count: steps.count)
    var kept: [Step] = []
    for (index, step) in steps.enumerated() where isNeeded[index] {
      places[index] = kept.count
      let previous = step.previous < 0 ? -1 : places[step.previous]
      kept.append(Step(previous: previous, action: step.action))
    }
    steps = kept
    moveReadings { configuration in
      if configuration.step >= 0 { configuration.step = places[configuration.step] }
    }
  }

  private mutating func forgetFrames() {
    var isNeeded = [Bool](repeating: false, count: frames.count)
    // The frame around all is its own parent.
    isNeeded[0] = true
    for configuration in waiting + finished {
      for start in [configuration.frame, configuration.lastRoot] {
        var index = start
        while !isNeeded[index] {
          isNeeded[index] = true
          index = frames[index].parent
        }
      }
    }
    var places = [Int](repeating: 0, count: frames.count)
    var kept: [Frame] = []
    for (index, frame) in frames.enumerated() where isNeeded[index] {
      places[index] = kept.count
      var frame = frame
      frame.parent = places[frame.parent]
      kept.append(frame)
    }
    frames = kept
    frameIndices.removeAll(keepingCapacity: true)
    for (index, frame) in kept.enumerated().dropFirst() { frameIndices[frame] = index }
    moveReadings { configuration in
      configuration.frame = places[configuration.frame]
      configuration.lastRoot = places[configuration.lastRoot]
    }
  }

  private mutating func moveReadings(_ move: (inout Configuration) -> Void) {
    for index in waiting.indices { move(&waiting[index]) }
    for index in finished.indices { move(&finished[index]) }
  }
}
