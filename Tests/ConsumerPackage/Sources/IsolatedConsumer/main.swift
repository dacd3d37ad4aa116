import FlowServiceSources
print("hi")
