/// The faults that are still to come.
actor FaultPlan {
  private(set) var faults: [Fault] = []

  func add(_ fault: Fault) {
    faults.append(fault)
  }

  func clear() {
    faults = []
  }

  /// The fault that happens to a request, the oldest one that fits it.
  func next(method: String, path: String) -> Fault? {
    for index in faults.indices {
      let fault = faults[index]
      guard fault.method == nil || fault.method == method,
        path.contains(fault.path ?? "")
      else { continue }
      if let after = fault.after, after > 0 {
        faults[index].after = after - 1
        continue
      }
      let left = (fault.times ?? 1) - 1
      if left > 0 { faults[index].times = left } else { faults.remove(at: index) }
      return fault
    }
    return nil
  }
}
