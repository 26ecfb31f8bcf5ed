{{- define "kehu.labels" -}}
{{ include "kehu.selector" . }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
{{- end }}

{{/* Without a version, since selectors can't change */}}
{{- define "kehu.selector" -}}
app.kubernetes.io/name: {{ .name }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/part-of: kehu
{{- end }}

{{/* A text that fits, and stays different from others of the same beginning; takes text and most */}}
{{- define "kehu.limited" -}}
{{- if gt (len .text) (int .most) -}}
{{ printf "%s-%s" (.text | trunc (int (sub .most 6)) | trimSuffix "-") (sha256sum .text | trunc 5) }}
{{- else -}}
{{ .text }}
{{- end -}}
{{- end }}

{{/* The name of the release is shortened if necessary, never that of the process */}}
{{- define "kehu.fullname" -}}
{{ printf "%s-%s" (include "kehu.limited" (dict "text" .root.Release.Name "most" (sub 51 (len .name)))) .name }}
{{- end }}

{{- define "kehu.image" -}}
{{ printf "%s/%s:%s" .root.Values.image.repository .name (.tag | default .root.Values.image.tag | default .root.Chart.AppVersion) }}
{{- end }}

{{/* The keys that the secret of a process must have */}}
{{- define "kehu.secretKeys" -}}
{{- $keys := list "KEHU_LINK_KEY" -}}
{{- if not (has .name (list "gateway" "discovery")) -}}
{{- $keys = concat $keys (list "SPRING_DATASOURCE_PASSWORD" "SPRING_DATA_REDIS_PASSWORD" "KEHU_KAFKA_PASSWORD" "KEHU_SEALING_KEYS" "KEHU_SEALING_INDEX_KEYS") -}}
{{- end -}}
{{- if eq .name "gateway" -}}
{{- $keys = concat $keys (list "SPRING_DATA_REDIS_PASSWORD" "KEHU_GATEWAY_SESSIONS_CLIENT_SECRET") -}}
{{- else if eq .name "auth-service" -}}
{{- $keys = concat $keys (list "KEHU_AUTH_ADMIN_PASSWORD" "KEHU_AUTH_KEY_SECRET" "KEHU_AUTH_GATEWAY_CLIENT_SECRET" "KEHU_AUTH_CLI_CLIENT_SECRET" "KEHU_AUTH_ORDER_SERVICE_CLIENT_SECRET" "KEHU_AUTH_MIGRATION_SERVICE_CLIENT_SECRET") -}}
{{- else if eq .name "order-service" -}}
{{- $keys = append $keys "KEHU_SERVICE_CLIENT_SECRET" -}}
{{- else if eq .name "migration-service" -}}
{{- $keys = concat $keys (list "KEHU_SERVICE_CLIENT_SECRET" "KEHU_MIGRATION_STAGING_KEYS") -}}
{{- end -}}
{{ join "," $keys }}
{{- end }}

{{- define "kehu.secret" -}}
{{- $secret := index .root.Values.existingSecrets .name -}}
{{- if not $secret -}}
{{- $literals := "" -}}
{{- range $key := splitList "," (include "kehu.secretKeys" .) -}}
{{- $literals = printf "%s --from-literal=%s=..." $literals $key -}}
{{- end -}}
{{- fail (printf "existingSecrets.%s is required. Create it with: kubectl create secret generic kehu-%s --namespace %s%s" .name .name .root.Release.Namespace $literals) -}}
{{- end -}}
{{ $secret }}
{{- end }}

{{- define "kehu.required" -}}
{{- if not .value -}}{{- fail (printf "%s is required" .name) -}}{{- end -}}
{{ .value }}
{{- end }}

{{/* The public keys, of all processes that are installed: one without its key would be refused by the others */}}
{{- define "kehu.linkPeers" -}}
{{- $peers := include "kehu.required" (dict "name" "linkPeers" "value" .Values.linkPeers) -}}
{{- range $name := prepend (keys .Values.services | sortAlpha) "gateway" -}}
{{- if not (regexMatch (printf "(^|,)%s=[^,]" $name) $peers) -}}
{{- fail (printf "linkPeers is required to contain the public key of %s, as %s=..." $name $name) -}}
{{- end -}}
{{- end -}}
{{ $peers }}
{{- end }}

{{/* The URL of a database; takes root and name */}}
{{- define "kehu.databaseUrl" -}}
{{- $postgresql := .root.Values.postgresql -}}
{{- $trust := "" -}}
{{- if hasPrefix "verify-" $postgresql.sslMode -}}
{{- $trust = ternary "&sslrootcert=/etc/kehu-ca/ca.crt" "&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory" (ne .root.Values.ca.existingSecret "") -}}
{{- end -}}
jdbc:postgresql://{{ include "kehu.required" (dict "name" "postgresql.host" "value" $postgresql.host) }}:{{ $postgresql.port }}/kehu_{{ trimSuffix "-service" .name }}?sslmode={{ $postgresql.sslMode }}{{ $trust }}
{{- end }}

{{/* The Redis of a process, by its name: sessions must not be evicted */}}
{{- define "kehu.redis" -}}
{{ ternary "logins" "cache" (has . (list "gateway" "auth-service")) }}
{{- end }}

{{/* The certificates of authorities of one's own, in the containers that connect to the stores */}}
{{- define "kehu.caMount" -}}
{{- if .Values.ca.existingSecret }}
- {name: ca, mountPath: /etc/kehu-ca, readOnly: true}
{{- end }}
{{- end }}

{{- define "kehu.caVolume" -}}
{{- if .Values.ca.existingSecret }}
- name: ca
  secret: {secretName: {{ .Values.ca.existingSecret }}, items: [{key: {{ .Values.ca.key }}, path: ca.crt}]}
{{- end }}
{{- end }}

{{- define "kehu.podSecurity" -}}
runAsNonRoot: true
runAsUser: 65532
runAsGroup: 65532
fsGroup: 65532
seccompProfile: {type: RuntimeDefault}
{{- end }}

{{- define "kehu.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
runAsNonRoot: true
capabilities: {drop: [ALL]}
{{- end }}

{{/* The environment of a process, which is its whole configuration */}}
{{- define "kehu.environment" -}}
{{- $root := .root -}}
- name: SPRING_PROFILES_ACTIVE
  value: {{ ternary "cluster" "cluster,no-eureka" $root.Values.registry.eureka }}
{{- with .port }}
- name: SERVER_PORT
  value: {{ . | quote }}
{{- end }}
{{- if and (eq .name "gateway") $root.Values.gateway.trustedProxies }}
- name: KEHU_GATEWAY_TRUSTED_PROXIES
  value: {{ join "," $root.Values.gateway.trustedProxies | quote }}
{{- end }}
- name: JAVA_TOOL_OPTIONS
  value: "-Xmx{{ .heap }} -XX:+ExitOnOutOfMemoryError"
- name: KEHU_AUTH_ISSUER
  value: {{ include "kehu.required" (dict "name" "publicUrl" "value" $root.Values.publicUrl) | quote }}
- name: KEHU_AUTH_JWKS_URI
  value: http://{{ include "kehu.fullname" (dict "root" $root "name" "auth-service") }}/oauth2/jwks
- name: KEHU_LINK_PEERS
  value: {{ include "kehu.linkPeers" $root | quote }}
- name: KEHU_WEIGHT
  value: {{ .weight | default 1 | quote }}
{{- if .suffix }}
- name: KEHU_TRACK
  value: {{ trimPrefix "-" .suffix | quote }}
{{- end }}
{{- if $root.Values.registry.eureka }}
- name: EUREKA_CLIENT_SERVICEURL_DEFAULTZONE
  value: http://{{ include "kehu.fullname" (dict "root" $root "name" "discovery") }}/eureka/
{{- else }}
- name: SPRING_CONFIG_ADDITIONAL_LOCATION
  value: /etc/kehu/
{{- end }}
{{- with $root.Values.tracing.endpoint }}
- name: MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_OTLP_ENDPOINT
  value: {{ . | quote }}
{{- end }}
{{- if not (has .name (list "gateway" "discovery")) }}
{{- $database := printf "kehu_%s" (trimSuffix "-service" .name) }}
- name: SPRING_DATASOURCE_URL
  value: {{ include "kehu.databaseUrl" . | quote }}
- name: SPRING_DATASOURCE_USERNAME
  value: {{ $database }}
{{- with $root.Values.restore.occasion }}
- name: KEHU_EVENTS_REPUBLISH
  value: {{ . | quote }}
{{- end }}
- name: SPRING_FLYWAY_ENABLED
  value: {{ not $root.Values.migrations.enabled | quote }}
- name: SPRING_KAFKA_BOOTSTRAP_SERVERS
  value: {{ include "kehu.required" (dict "name" "kafka.bootstrapServers" "value" $root.Values.kafka.bootstrapServers) | quote }}
- name: SPRING_KAFKA_SECURITY_PROTOCOL
  value: {{ $root.Values.kafka.securityProtocol }}
- name: KEHU_OUTBOX_PARTITIONS
  value: {{ $root.Values.kafka.partitions | quote }}
{{- if and $root.Values.ca.existingSecret (eq $root.Values.kafka.securityProtocol "SASL_SSL") }}
- name: SPRING_KAFKA_SSL_TRUST_STORE_TYPE
  value: PEM
- name: SPRING_KAFKA_SSL_TRUST_STORE_LOCATION
  value: file:/etc/kehu-ca/ca.crt
{{- end }}
{{- end }}
{{- if ne .name "discovery" }}
{{- $redis := index $root.Values.redis (include "kehu.redis" .name) }}
- name: SPRING_DATA_REDIS_HOST
  value: {{ include "kehu.required" (dict "name" "redis host" "value" $redis.host) | quote }}
- name: SPRING_DATA_REDIS_PORT
  value: {{ $redis.port | quote }}
- name: SPRING_DATA_REDIS_SSL_ENABLED
  value: {{ $redis.tls | quote }}
- name: SPRING_DATA_REDIS_USERNAME
  value: {{ .name }}
{{- if and $root.Values.ca.existingSecret $redis.tls }}
- name: SPRING_SSL_BUNDLE_PEM_STORES_TRUSTSTORE_CERTIFICATE
  value: file:/etc/kehu-ca/ca.crt
- name: SPRING_DATA_REDIS_SSL_BUNDLE
  value: stores
{{- end }}
{{- end }}
{{- if eq .name "auth-service" }}
- name: KEHU_AUTH_ADMIN_USERNAME
  value: {{ $root.Values.administrator | quote }}
{{- end }}
{{- if has .name (list "auth-service" "customer-service") }}
- name: KEHU_MAIL_FOLDER
  value: /var/kehu/mail
{{- end }}
{{- if has .name (list "order-service" "migration-service") }}
- name: KEHU_AUTH_TOKEN_URI
  value: http://{{ include "kehu.fullname" (dict "root" $root "name" "auth-service") }}/oauth2/token
{{- end }}
{{- if eq .name "migration-service" }}
- name: KEHU_MIGRATION_STAGING_FOLDER
  value: /var/kehu/staging
{{- end }}
{{- $secret := include "kehu.secret" . }}
{{- range $key := splitList "," (include "kehu.secretKeys" .) }}
- name: {{ $key }}
  valueFrom: {secretKeyRef: {name: {{ $secret }}, key: {{ $key }}}}
{{- end }}
{{- end }}

{{- define "kehu.ports" -}}
auth-service: 9000
customer-service: 9100
order-service: 9200
migration-service: 9300
{{- end }}
