extension Labels {
  /// The words of the documentation in English, German, French, Spanish, Japanese, Korean and
  /// Chinese.
  package static let builtIn: Labels = {
    var labels = Labels()
    for table in [english, german, french, spanish, japanese, korean, chinese] {
      for kind in Kind.allCases {
        labels.add(table[kind] ?? [], to: kind)
      }
    }
    return labels
  }()

  private static let english: [Kind: [String]] = [
    .request: ["Request", "Requests", "Sample request", "Example request", "Request example"],
    .response: [
      "Response", "Responses", "Sample response", "Example response", "Response example",
    ],
    .apiFormat: ["API format", "API formats", "Endpoint format"],
    .credential: ["Credential", "Credentials", "Credential name", "Required credential"],
    .property: ["Property", "Properties", "Property name", "Field", "Field name", "Attribute"],
    .parameter: [
      "Parameter", "Parameters", "Parameter name", "Query parameter", "Query parameters",
      "Path parameter", "Path parameters",
    ],
    .header: ["Header", "Headers", "Header name"],
    .description: ["Description", "Descriptions", "Details", "Meaning", "Explanation"],
    .example: ["Example", "Examples", "Example value", "Example values", "Sample value"],
    .value: ["Value", "Values"],
    .type: ["Type", "Data type"],
    .dataFormat: ["Data format", "Format"],
    .enumerationValue: ["Enum value", "Enum values", "Enumeration value", "Enumeration"],
    .errorCode: ["Error code", "Error codes", "Status code", "Code"],
    .connectorName: ["Connector name", "Connector", "Source", "Source name"],
    .connectionSpecification: [
      "Connection spec", "Connection spec ID", "Connection specification",
      "Connection specification ID",
    ],
    .gatherCredentials: [
      "Gather required credentials", "Gather credentials", "Required credentials",
      "Gather … credentials", "Collect … credentials",
    ],
    .createBaseConnection: ["Create a base connection", "Create a … base connection"],
    .appendix: ["Appendix"],
    .optional: ["Optional"],
    .required: ["Required", "Mandatory"],
    .defaultValue: [
      "defaults to", "default to", "default is", "default value", "default value is",
      "default value of", "default:", "default … is", "by default is", "is set by default to",
    ],
    .allowedValues: [
      "allowed values", "allowed values are", "allowed values include", "supported values",
      "supported values are", "supported values include", "acceptable values",
      "acceptable values are", "acceptable values include", "accepted values",
      "accepted values are", "accepted values include", "possible values", "possible values are",
      "possible values include", "valid values", "valid values are", "valid values include",
      "available values", "available values are", "available values include",
      "supported … types are", "supported … types include", "supported … types",
      "supported encodings", "supported compressed files", "must be one of", "can be one of",
      "one of the following values", "one of the following", "one of these values",
    ],
  ]

  private static let german: [Kind: [String]] = [
    .request: ["Anfrage", "Anfragen", "Anforderung", "Beispielanfrage"],
    .response: ["Antwort", "Antworten", "Beispielantwort", "Reaktion"],
    .apiFormat: ["API-Format", "API-Formate", "Format der API"],
    .credential: [
      "Anmeldedaten", "Anmeldeinformation", "Anmeldeinformationen", "Berechtigung",
      "Berechtigungen", "Berechtigungsnachweis", "Zugangsdaten",
    ],
    .property: [
      "Eigenschaft", "Eigenschaften", "Eigenschaftsname", "Feld", "Feldname", "Attribut",
    ],
    .parameter: ["Parameter", "Parametername", "Abfrageparameter", "Pfadparameter"],
    .header: ["Kopfzeile", "Kopfzeilen", "Header"],
    .description: ["Beschreibung", "Beschreibungen", "Erklärung", "Bedeutung"],
    .example: ["Beispiel", "Beispiele", "Beispielwert", "Beispielwerte"],
    .value: ["Wert", "Werte"],
    .type: ["Typ", "Datentyp"],
    .dataFormat: ["Datenformat"],
    .enumerationValue: ["Enum-Wert", "Enumerationswert", "Aufzählungswert"],
    .errorCode: ["Fehlercode", "Fehlercodes", "Statuscode"],
    .connectorName: ["Connector-Name", "Name des Connectors", "Quelle", "Quellenname"],
    .connectionSpecification: [
      "Verbindungsspezifikation", "Verbindungsspezifikations-ID", "ID der Verbindungsspezifikation",
    ],
    .gatherCredentials: [
      "Sammeln erforderlicher Anmeldedaten", "Sammeln der erforderlichen Anmeldedaten",
      "Erforderliche Anmeldedaten", "Erforderlicher Anmeldedaten",
      "Erforderlichen Anmeldeinformationen", "Erforderliche Anmeldeinformationen",
      "Sammeln … Anmeldedaten", "Sammeln … Anmeldeinformationen",
    ],
    .createBaseConnection: [
      "Erstellen einer Basisverbindung", "Basisverbindung erstellen",
      "Erstellen … Basisverbindung",
    ],
    .appendix: ["Anhang"],
    .optional: ["Optional", "Optionale", "Optionaler", "Optionales", "Optionalen", "wahlweise"],
    .required: ["Erforderlich", "Obligatorisch", "Pflichtfeld"],
    .defaultValue: [
      "Standardwert", "Standardwert ist", "Standardwert lautet", "Standardmäßig",
      "standardmäßig ist", "standardmäßig auf", "Standard:", "Standard ist", "Standardwert … ist",
      "standardmäßig … ist", "Voreinstellung", "Voreinstellung ist", "voreingestellt auf",
      "Standardeinstellung ist", "Standardport ist", "Standardport lautet", "Standardrolle ist",
      "Standardrolle lautet", "Standardschema ist", "Standardschema lautet", "Standardregion ist",
      "Standardhost ist", "Standardhost lautet", "Standardversion ist",
    ],
    .allowedValues: [
      "zulässige Werte", "zulässige Werte sind", "zulässigen Werte sind", "erlaubte Werte",
      "erlaubte Werte sind", "unterstützte Werte", "unterstützte Werte sind",
      "unterstützten Werte sind", "mögliche Werte", "mögliche Werte sind", "möglichen Werte sind",
      "gültige Werte", "gültige Werte sind", "gültigen Werte sind", "akzeptierte Werte",
      "akzeptierte Werte sind", "akzeptable Werte", "akzeptable Werte sind",
      "unterstützte … Typen", "unterstützte … Typen sind", "unterstützten … Typen sind",
      "unterstützten Werten gehören", "zulässigen Werten gehören", "möglichen Werten gehören",
      "einer der folgenden Werte",
    ],
  ]

  private static let french: [Kind: [String]] = [
    .request: ["Requête", "Requêtes", "Demande", "Exemple de requête"],
    .response: ["Réponse", "Réponses", "Exemple de réponse"],
    .apiFormat: ["Format d'API", "Format API", "Format de l'API", "Formats d'API"],
    .credential: [
      "Informations d'identification", "Information d'identification", "Identifiant",
      "Identifiants", "Données d'identification", "Informations de connexion",
    ],
    .property: ["Propriété", "Propriétés", "Nom de la propriété", "Champ", "Attribut"],
    .parameter: [
      "Paramètre", "Paramètres", "Nom du paramètre", "Paramètre de requête",
      "Paramètres de requête", "Paramètre de chemin", "Paramètres de chemin",
    ],
    .header: ["En-tête", "En-têtes"],
    .description: ["Description", "Descriptions", "Signification", "Explication"],
    .example: ["Exemple", "Exemples", "Exemple de valeur", "Valeur d'exemple"],
    .value: ["Valeur", "Valeurs"],
    .type: ["Type", "Type de données"],
    .dataFormat: ["Format de données", "Format des données"],
    .enumerationValue: ["Valeur d'énumération", "Valeur de l'énumération", "Valeur enum"],
    .errorCode: ["Code d'erreur", "Codes d'erreur", "Code d'état"],
    .connectorName: ["Nom du connecteur", "Connecteur", "Source", "Nom de la source"],
    .connectionSpecification: [
      "Spécification de connexion", "ID de spécification de connexion",
      "ID de la spécification de connexion", "Identifiant de spécification de connexion",
    ],
    .gatherCredentials: [
      "Collecter les informations d'identification requises",
      "Informations d'identification requises", "Collecte des informations d'identification",
      "Collecter … informations d'identification", "Rassembler … informations d'identification",
    ],
    .createBaseConnection: [
      "Créer une connexion de base", "Création d'une connexion de base",
      "Créez une connexion de base",
    ],
    .appendix: ["Annexe"],
    .optional: [
      "Facultatif", "Facultative", "Facultatifs", "Facultatives", "Optionnel", "Optionnelle",
    ],
    .required: ["Obligatoire", "Requis", "Requise"],
    .defaultValue: [
      "valeur par défaut", "valeur par défaut est", "par défaut", "par défaut est",
      "valeur par défaut … est", "défaut:", "défini par défaut sur", "définie par défaut sur",
    ],
    .allowedValues: [
      "valeurs autorisées", "valeurs autorisées sont", "valeurs prises en charge",
      "valeurs prises en charge sont", "valeurs acceptées", "valeurs acceptées sont",
      "valeurs acceptables", "valeurs acceptables sont", "valeurs possibles",
      "valeurs possibles sont", "valeurs valides", "valeurs valides sont", "valeurs admises",
      "valeurs disponibles", "valeurs disponibles sont", "types … pris en charge",
      "types … pris en charge sont", "l'une des valeurs suivantes",
    ],
  ]

  private static let spanish: [Kind: [String]] = [
    .request: ["Solicitud", "Solicitudes", "Petición", "Ejemplo de solicitud"],
    .response: ["Respuesta", "Respuestas", "Ejemplo de respuesta"],
    .apiFormat: ["Formato de API", "Formato API", "Formato de la API", "Formatos de API"],
    .credential: ["Credencial", "Credenciales", "Nombre de la credencial"],
    .property: [
      "Propiedad", "Propiedades", "Nombre de la propiedad", "Nombre de propiedad", "Campo",
      "Atributo",
    ],
    .parameter: [
      "Parámetro", "Parámetros", "Nombre del parámetro", "Parámetro de consulta",
      "Parámetros de consulta", "Parámetro de ruta", "Parámetros de ruta",
    ],
    .header: ["Encabezado", "Encabezados", "Cabecera", "Cabeceras"],
    .description: ["Descripción", "Descripciones", "Significado", "Explicación"],
    .example: ["Ejemplo", "Ejemplos", "Valor de ejemplo", "Ejemplo de valor"],
    .value: ["Valor", "Valores"],
    .type: ["Tipo", "Tipo de datos"],
    .dataFormat: ["Formato de datos", "Formato de los datos"],
    .enumerationValue: ["Valor de enumeración", "Valor de lista", "Valor enum"],
    .errorCode: ["Código de error", "Códigos de error", "Código de estado"],
    .connectorName: ["Nombre del conector", "Conector", "Origen", "Fuente", "Nombre de la fuente"],
    .connectionSpecification: [
      "Especificación de conexión", "ID de especificación de conexión",
      "ID de la especificación de conexión",
    ],
    .gatherCredentials: [
      "Recopilar credenciales necesarias", "Recopilar las credenciales necesarias",
      "Recopilar las credenciales requeridas", "Recopilación de credenciales necesarias",
      "Credenciales necesarias", "Credenciales requeridas", "Recopilar … credenciales",
    ],
    .createBaseConnection: [
      "Crear una conexión base", "Creación de una conexión base", "Cree una conexión base",
      "Crear una conexión de base",
    ],
    .appendix: ["Apéndice"],
    .optional: ["Opcional", "Opcionales"],
    .required: ["Obligatorio", "Obligatoria", "Requerido", "Requerida"],
    .defaultValue: [
      "valor predeterminado", "valor predeterminado es", "valor por defecto",
      "valor por defecto es", "de forma predeterminada", "de forma predeterminada es",
      "por defecto", "por defecto es", "predeterminado:", "predeterminada:",
      "predeterminado es", "predeterminada es", "predeterminado … es", "predeterminada … es",
    ],
    .allowedValues: [
      "valores permitidos", "valores permitidos son", "valores admitidos",
      "valores admitidos son", "valores compatibles", "valores compatibles son",
      "valores aceptables", "valores aceptables son", "valores aceptados",
      "valores aceptados son", "valores posibles", "valores posibles son", "valores válidos",
      "valores válidos son", "valores disponibles", "valores disponibles son",
      "tipos … admitidos", "tipos … admitidos son", "tipos … compatibles son",
      "uno de los siguientes valores",
    ],
  ]

  private static let japanese: [Kind: [String]] = [
    .request: ["リクエスト", "要求", "リクエスト例", "リクエストの例", "サンプルリクエスト"],
    .response: ["応答", "レスポンス", "返答", "応答例", "応答の例", "レスポンス例", "サンプル応答"],
    .apiFormat: ["API 形式", "API フォーマット", "API の形式"],
    .credential: ["資格情報", "認証情報", "クレデンシャル", "資格情報名"],
    .property: ["プロパティ", "プロパティー", "プロパティ名", "フィールド", "フィールド名", "属性"],
    .parameter: [
      "パラメーター", "パラメータ", "パラメーター名", "クエリパラメーター", "クエリパラメータ",
      "パスパラメーター",
    ],
    .header: ["ヘッダー", "ヘッダ"],
    .description: ["説明", "詳細", "意味"],
    .example: ["例", "値の例", "サンプル値", "サンプル"],
    .value: ["値"],
    .type: ["型", "タイプ", "データ型", "データタイプ"],
    .dataFormat: ["データ形式", "データフォーマット"],
    .enumerationValue: ["列挙値", "列挙型の値", "列挙"],
    .errorCode: ["エラーコード", "ステータスコード"],
    .connectorName: ["コネクタ名", "コネクター名", "コネクタ", "コネクター", "ソース", "ソース名"],
    .connectionSpecification: [
      "接続仕様", "接続仕様 ID", "接続仕様の ID", "接続スペック", "接続スペック ID",
    ],
    .gatherCredentials: [
      "必要な資格情報の収集", "必要な資格情報を収集", "必要な認証情報の収集", "資格情報の収集",
      "資格情報を収集",
    ],
    .createBaseConnection: [
      "ベース接続の作成", "ベース接続を作成", "基本接続の作成", "基本接続を作成",
    ],
    .appendix: ["付録"],
    .optional: ["オプション", "任意", "省略可能", "省略可", "オプションの"],
    .required: ["必須"],
    .defaultValue: [
      "デフォルト値", "デフォルト値は", "デフォルトは", "デフォルトの値は", "デフォルト:",
      "デフォルトで", "デフォルトの … は", "既定値", "既定値は", "既定では", "初期値は",
    ],
    .allowedValues: [
      "使用できる値は", "使用可能な値は", "使用可能な値", "サポートされる値は", "サポートされる値",
      "サポートされている値は", "サポートされている値", "許可される値は", "許可される値",
      "許容される値は", "許容される値", "許容値", "指定できる値は", "指定できる値", "有効な値は",
      "有効な値", "設定可能な値は", "設定可能な値", "可能な値は", "可能な値",
      "サポートされる … タイプは", "サポートされている … タイプは", "次のいずれか",
    ],
  ]

  private static let korean: [Kind: [String]] = [
    .request: ["요청", "요청 예", "요청 예시", "샘플 요청"],
    .response: ["응답", "응답 예", "응답 예시", "샘플 응답"],
    .apiFormat: ["API 형식", "API 포맷"],
    .credential: ["자격 증명", "자격 증명 이름", "인증 정보"],
    .property: ["속성", "속성 이름", "필드", "필드 이름"],
    .parameter: ["매개변수", "매개 변수", "매개변수 이름", "파라미터", "쿼리 매개변수", "경로 매개변수"],
    .header: ["헤더", "헤더 이름"],
    .description: ["설명"],
    .example: ["예", "예시", "예제", "예제 값", "샘플 값"],
    .value: ["값"],
    .type: ["유형", "타입", "데이터 유형"],
    .dataFormat: ["데이터 형식"],
    .enumerationValue: ["열거형 값", "열거 값"],
    .errorCode: ["오류 코드", "상태 코드"],
    .connectorName: ["커넥터 이름", "커넥터", "소스", "소스 이름"],
    .connectionSpecification: ["연결 사양", "연결 사양 ID"],
    .gatherCredentials: ["필요한 자격 증명 수집", "필수 자격 증명 수집", "자격 증명 수집"],
    .createBaseConnection: ["기본 연결 만들기", "기본 연결 생성"],
    .appendix: ["부록"],
    .optional: ["선택 사항", "선택적"],
    .required: ["필수"],
    .defaultValue: ["기본값은", "기본값", "기본적으로"],
    .allowedValues: [
      "허용되는 값은", "허용되는 값", "허용 값", "지원되는 값은", "지원되는 값", "사용 가능한 값은",
      "사용 가능한 값", "가능한 값은", "가능한 값", "유효한 값은", "유효한 값",
    ],
  ]

  /// In simplified and in traditional characters.
  private static let chinese: [Kind: [String]] = [
    .request: ["请求", "请求示例", "示例请求", "請求", "請求範例"],
    .response: ["响应", "响应示例", "示例响应", "回應", "回應範例"],
    .apiFormat: ["API 格式"],
    .credential: ["凭据", "凭证", "凭据名称", "認證", "憑證", "認證名稱"],
    .property: ["属性", "属性名称", "字段", "字段名称", "屬性", "屬性名稱", "欄位", "欄位名稱"],
    .parameter: [
      "参数", "参数名称", "查询参数", "路径参数", "參數", "參數名稱", "查詢參數", "路徑參數",
    ],
    .header: ["标头", "请求头", "標頭"],
    .description: ["描述", "说明", "說明"],
    .example: ["示例", "示例值", "範例", "範例值"],
    .value: ["值"],
    .type: ["类型", "数据类型", "類型", "資料類型"],
    .dataFormat: ["数据格式", "資料格式"],
    .enumerationValue: ["枚举值", "列舉值"],
    .errorCode: ["错误代码", "状态代码", "錯誤代碼", "狀態代碼"],
    .connectorName: ["连接器名称", "连接器", "源", "連接器名稱", "連接器", "來源"],
    .connectionSpecification: ["连接规范", "连接规范 ID", "連線規格", "連線規格 ID"],
    .gatherCredentials: [
      "收集所需的凭据", "收集所需凭据", "收集所需的凭证", "收集必需的凭据", "收集必要的認證",
      "收集必要認證", "收集所需的認證", "收集必要的憑證",
    ],
    .createBaseConnection: [
      "创建基本连接", "创建基础连接", "建立基礎連線", "建立基本連線",
    ],
    .appendix: ["附录", "附錄"],
    .optional: ["可选", "可選", "選填"],
    .required: ["必需", "必填"],
    .defaultValue: [
      "默认值为", "默认值是", "默认值", "默认为", "預設值為", "預設值是", "預設值", "預設為",
    ],
    .allowedValues: [
      "允许的值", "允许的值为", "允许的值包括", "支持的值", "支持的值为", "支持的值包括", "可接受的值",
      "可能的值", "可能的值为", "可能的值包括", "有效值", "有效值为", "有效值包括", "允許的值",
      "允許的值為", "支援的值", "支援的值為", "支援的值包括", "可能的值為", "有效值為",
    ],
  ]
}
