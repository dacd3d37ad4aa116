import ConnectorModel

/// A field in the model; the word alone is a Swift property where both modules are imported.
typealias ModelProperty = Property
/// What the model says of an API operation.
typealias ModelOperation = Operation
