import Foundation

/// A terminal that nobody sits at; only Linux makes them this way.
final class Terminal {
  private let master: Int32
  /// What a process writes here is written to the terminal.
  let output: FileHandle

  static let canBeMade: Bool = (try? Terminal()) != nil

  /// What the C library's functions do; they are not to be seen from Swift.
  private enum Request {
    static let unlock: UInt = 0x4004_5431
    static let number: UInt = 0x8004_5430
  }

  init() throws {
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    var isLocked: Int32 = 0
    var number: Int32 = 0
    guard master >= 0, ioctl(master, Request.unlock, &isLocked) == 0,
      ioctl(master, Request.number, &number) == 0
    else { throw CocoaError(.fileReadUnknown) }
    let descriptor = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
    guard descriptor >= 0 else { throw CocoaError(.fileReadUnknown) }
    output = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }

  deinit { close(master) }

  /// What was written so far; a terminal holds a few kilobytes.
  func read() -> String {
    var buffer = [UInt8](repeating: 0, count: 4_096)
    let count = Foundation.read(master, &buffer, buffer.count)
    return String(decoding: buffer.prefix(max(count, 0)), as: UTF8.self)
  }
}
