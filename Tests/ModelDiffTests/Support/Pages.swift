import ConnectorModel
import Foundation
import GenerationPipeline
import PageFacts
import TestSupport

/// Models made of pages.
enum Pages {
  static func model(_ pages: [(page: String, text: String)]) async -> ConnectorModel {
    Generation(await readings(pages)).model
  }

  static func readings(_ pages: [(page: String, text: String)]) async -> [PageReading] {
    let inputs = pages.map { PageInput(path: $0.page, page: $0.page, bytes: Array($0.text.utf8)) }
    return await PageReading.readAll(inputs, labels: .builtIn, jobs: 4)
  }

  /// All pages of a folder, sorted.
  static func all(in folder: URL) throws -> [(page: String, text: String)] {
    let names = FileManager.default.enumerator(atPath: folder.path)?.allObjects ?? []
    return try names.compactMap { $0 as? String }.filter { $0.hasSuffix(".md") }.sorted().map {
      (page: $0, text: try text(at: folder.appending(path: $0)))
    }
  }

  static func text(at url: URL) throws -> String {
    String(decoding: try Data(contentsOf: url), as: UTF8.self)
  }

  static var corpus: URL { SharedFolder.project.appending(path: "docs-input") }
}
