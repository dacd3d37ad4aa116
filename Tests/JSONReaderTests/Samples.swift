/// Sound bodies and responses of our own, in the layouts that people use.
enum Samples {
  static let all = [
    connection, twoBlanks, tabs, patch, response, list, schema, inline, compactRows, spacious,
    strings, numbers, oddIndentation,
  ]

  static let connection = """
    {
        "name": "Orders connection",
        "description": "Base connection for orders: daily, weekly",
        "auth": {
            "specName": "Basic Authentication",
            "params": {
                "host": "{HOST}",
                "port": 5432,
                "userName": "{USER_NAME}",
                "password": "{PASSWORD}",
                "sslMode": true
            }
        },
        "connectionSpec": {
            "id": "3d7f1f1e-60a9-4f0d-9b0a-1a2b3c4d5e6f",
            "version": "1.0"
        }
    }
    """

  static let twoBlanks = """
    {
      "name": "Nightly flow",
      "flowSpec": {
        "id": "77f2c6c2-7d0f-4c4e-9a5f-2b1a0c9d8e7f",
        "version": "1.0"
      },
      "sourceConnectionIds": [
        "1a6d2f3e-aaaa-4bbb-8ccc-0123456789ab"
      ],
      "targetConnectionIds": [
        "2b7e3f4e-aaaa-4bbb-8ccc-0123456789ab",
        "3c8f4a5e-aaaa-4bbb-8ccc-0123456789ab"
      ],
      "transformations": [
        {
          "name": "Mapping",
          "params": {
            "mappingId": "5c1f0d2b7a",
            "mappingVersion": 0
          }
        },
        {
          "name": "Filter",
          "params": {
            "condition": "amount > 10 and kind = 'sale'",
            "options": {}
          }
        }
      ],
      "scheduleParams": {
        "startTime": "1567411548",
        "frequency": "minute",
        "interval": 30
      }
    }
    """

  static let tabs = """
    {
    \t"items": [
    \t\t{
    \t\t\t"id": "a1",
    \t\t\t"enabled": false,
    \t\t\t"tags": ["red", "green", "blue"]
    \t\t},
    \t\t{
    \t\t\t"id": "b2",
    \t\t\t"enabled": true,
    \t\t\t"tags": []
    \t\t}
    \t],
    \t"next": null
    }
    """

  static let patch = """
    [
      {
        "op": "replace",
        "path": "/auth/params",
        "value": {
          "username": "{NEW_NAME}",
          "password": "{NEW_PASSWORD}"
        }
      },
      {
        "op": "add",
        "path": "/description",
        "value": "A better description, with a comma"
      }
    ]
    """

  static let response = """
    {
        "id": "c1a52dbe-5c1a-4b3e-9f5b-7c2f9a1d0e3b",
        "createdAt": 1597973312000,
        "createdBy": "{CREATED_BY}",
        "etag": "\\"ef05d265-0000-0200-0000-6019e0080000\\"",
        "auth": {
            "specName": "OAuth2 Refresh Code",
            "params": {
                "clientSecret": "xxxx",
                "includeDeletedObjects": false
            }
        },
        "version": "\\"0400b0e8\\"",
        "_links": {
            "next": {
                "href": "/v1/flows?limit=5&continuationToken=eyJhIjoxfQ==",
                "templated": true
            }
        }
    }
    """

  static let list = """
    [
        "@/dataSets/5c8c3c555033b814b69f947f",
        "@/dataSets/5c8c3c555033b814b69f9480",
        "@/dataSets/5c8c3c555033b814b69f9481"
    ]
    """

  static let schema = """
    {
      "$schema": "http://json-schema.org/draft-07/schema#",
      "type": "object",
      "properties": {
        "meta:xdmType": {
          "type": "string",
          "enum": ["int", "date-time"],
          "minimum": -2147483648
        },
        "authorization.code": {
          "type": "string",
          "description": "The code; see https://example.com/a?b=c#d",
          "examples": [
            [1, 2, 3],
            [4, 5]
          ]
        }
      },
      "required": [
        "meta:xdmType"
      ]
    }
    """

  static let inline = """
    {
      "columns": [
        { "name": "id", "type": "integer", "xdm": { "type": "integer" } },
        { "name": "mail", "type": "string", "xdm": { "type": "string" } }
      ],
      "format": "flat",
      "pairs": [ "a=1", "b=2" ]
    }
    """

  static let compactRows = """
    {"rows": [
      {"id": 1, "name": "Ada"},
      {"id": 2, "name": "Grace"},
      {"id": 3, "name": "Edsger"}
    ], "count": 3}
    """

  static let spacious = """
    {
        "name" : "Sample",

        "data" :
        {
            "format" : "delimited",
            "properties" :
            {
                "columnDelimiter" : ",",
                "encoding" : "UTF-8"
            }
        },

        "ids" :
        [
            "one",
            "two"
        ]
    }
    """

  static let strings = """
    {
      "empty": "",
      "quoted": "she said \\"yes\\", twice",
      "path": "C:\\\\data\\\\in",
      "pattern": "^[a-z]{2,}$",
      "braces": "{A}/{B}?x={C}",
      "list": "a, b, c",
      "colon": "Note: this is a text",
      "json": "{\\"a\\": [1, 2]}",
      "unicode": "Grüße, 世界 \\u00e9",
      "apostrophe": "it's"
    }
    """

  static let numbers = """
    {
      "small": 5.5458332804E10,
      "negative": -17,
      "one": 1.0,
      "big": 1597973312000,
      "flag": true,
      "nothing": null,
      "nested": {
        "zero": 0,
        "list": [1, -2.5, 3e2]
      }
    }
    """

  static let oddIndentation = """
    {
    "name": "Flat head",
      "auth": {
          "params": {
           "host": "h",
           "port": "1"
      }
      },
      "spec": {
        "id": "x",
          "version": "1.0"
        }
    }
    """
}
