import ConnectorModel

/// A field in the model; the word alone is a Swift property where both modules are imported.
typealias ModelField = Property
/// What the model says of an API operation; the word alone is Foundation's in other places.
typealias ModelOperation = Operation
