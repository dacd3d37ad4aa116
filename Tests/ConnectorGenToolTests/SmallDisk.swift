import Foundation
import TestSupport

/// A file system of a few kilobytes, in memory.
struct SmallDisk {
  let folder: URL

  static let canBeMade: Bool = {
    guard getuid() == 0, let folder = try? TemporaryFolder() else { return false }
    defer { folder.remove() }
    guard let disk = try? SmallDisk(at: folder.url.appending(path: "disk"), kilobytes: 64) else {
      return false
    }
    disk.unmount()
    return true
  }()

  init(at folder: URL, kilobytes: Int) throws {
    self.folder = folder
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let run = try CommandRun(
      ["mount", "-t", "tmpfs", "-o", "size=\(kilobytes)k", "tmpfs", folder.path], seconds: 60)
    guard run.status == 0 else { throw CocoaError(.fileWriteUnknown) }
  }

  func unmount() { _ = try? CommandRun(["umount", folder.path], seconds: 60) }
}
