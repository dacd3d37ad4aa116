import Testing

@testable import ConnectorModel

@Suite struct EndpointTests {
  @Test(arguments: [
    (
      "https://platform.adobe.io/data/foundation/flowservice/connections/{ID}?a=b",
      "https://platform.adobe.io", "/data/foundation/flowservice/connections/{}"
    ),
    ("http://platform.adobe.io/a/", "https://platform.adobe.io", "/a"),
    ("HTTPS://Platform.Adobe.IO/a", "https://platform.adobe.io", "/a"),
    ("platform.adobe.io/a/b", "https://platform.adobe.io", "/a/b"),
    ("https://a.b/x/9690db8b-dd86-c3e0-9305-32314031f924", "https://a.b", "/x/{}"),
    ("https://a.b/x/690db8b-dd86-c3e0-9305-32314031f924a", "https://a.b", "/x/{}"),
    ("https://a.b/x/667b41cf2dbf3509927da1ebf7e93c20", "https://a.b", "/x/{}"),
    ("https://a.b/x/01EF01X41KJD82Y9ZX6ET54PCZ/meta", "https://a.b", "/x/{}/meta"),
    ("https://a.b/x/42/{{RUN}}/$ID/<run>", "https://a.b", "/x/{}/{}/{}/{}"),
    ("https://a.b/schemas/https%3A%2F%2Fns.adobe.com%2Fx", "https://a.b", "/schemas/{}"),
    ("https://a.b/facade/decade/v1", "https://a.b", "/facade/decade/v1"),
    ("https://a.b", "https://a.b", "/"),
    ("{INLET_URL}", "", "{}"),
    ("{BASE}/items?x=1", "", "{}/items"),
    ("https://{HOST}/items", "", "{}/items"),
    ("https://a.b/x#part", "https://a.b", "/x"),
  ])
  func urls(url: String, server: String, path: String) {
    let endpoint = Endpoint(url)
    #expect(endpoint.server == server)
    #expect(endpoint.template == path)
  }

  @Test func queries() {
    let endpoint = Endpoint(
      "/flowSpecs?property=name==%22CRM%22&object=/a/b.json&{QUERY}&preview=true&flag&sourceParams=e30="
    )
    #expect(
      endpoint.query.map { "\($0.name)>\($0.value)" } == [
        "property>name==\"CRM\"", "object>/a/b.json", "preview>true", "flag>",
        "sourceParams>e30=",
      ])
    #expect(PercentEncoding.decode("%zz%2") == "%zz%2")
    #expect(PercentEncoding.decode("%ff") == "%ff")
    #expect(PercentEncoding.decode("a%20%E2%82%AC") == "a €")
  }

  @Test func endings() {
    let endpoint = Endpoint(
      "https://platform.adobe.io/data/foundation/flowservice/connections/42/explore")
    #expect(endpoint.ends(with: Endpoint("/connections/{BASE_CONNECTION_ID}/explore?x=1")))
    #expect(endpoint.ends(with: Endpoint("/flowservice/connections/{ID}/explore")))
    #expect(!endpoint.ends(with: Endpoint("/connections/{ID}")))
    #expect(!endpoint.ends(with: Endpoint("/flows/{ID}/explore")))
    #expect(!endpoint.ends(with: Endpoint("")))
  }

  @Test(arguments: [
    ("/connections", "/data/foundation/flowservice/connections"),
    ("/flowservice/connections", "/data/foundation/flowservice/connections"),
    ("/data/foundation/flowservice/connections", "/data/foundation/flowservice/connections"),
    ("/conversion/mappingSets", "/data/foundation/conversion/mappingSets"),
  ])
  func basePathIsMadeTheSame(target: String, path: String) {
    #expect(Endpoint(target).completed().template == path)
  }
}
