{{/* A Deployment; takes root, name, values, port, management, and for a canary suffix, tag, weight and replicas */}}
{{- define "kehu.deployment" -}}
{{- $suffix := .suffix | default "" }}
{{- $context := dict "root" .root "name" .name "tag" .tag "heap" .values.heap "weight" .weight "suffix" .suffix "port" .port }}
{{- $full := include "kehu.fullname" (dict "root" .root "name" (printf "%s%s" .name $suffix)) }}
{{- $byLag := and .root.Values.keda.enabled (eq .name "customer-service") }}
{{- $scaled := and (not $suffix) (or $byLag (and .values.autoscaling .values.autoscaling.enabled)) }}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ $full }}
  labels: {{- include "kehu.labels" $context | nindent 4 }}
    kehu.io/track: {{ ternary "canary" "stable" (eq $suffix "-canary") }}
spec:
  {{- if not $scaled }}
  replicas: {{ .replicas | default .values.replicas | default 1 }}
  {{- end }}
  revisionHistoryLimit: 3
  strategy:
    type: RollingUpdate
    rollingUpdate: {maxUnavailable: 0, maxSurge: 1}
  selector:
    matchLabels: {{- include "kehu.selector" $context | nindent 6 }}
      kehu.io/track: {{ ternary "canary" "stable" (eq $suffix "-canary") }}
  template:
    metadata:
      labels: {{- include "kehu.labels" $context | nindent 8 }}
        kehu.io/track: {{ ternary "canary" "stable" (eq $suffix "-canary") }}
      annotations:
        kehu.io/configuration: {{ include (print .root.Template.BasePath "/configmap.yaml") .root | sha256sum }}
        {{- with .root.Values.podAnnotations }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
    spec:
      serviceAccountName: {{ .root.Release.Name }}-kehu
      automountServiceAccountToken: false
      enableServiceLinks: false
      # 5 s before the stop, the drain of 8 s, and 20 s for requests that are under way, with a margin
      terminationGracePeriodSeconds: 45
      securityContext: {{- include "kehu.podSecurity" . | nindent 8 }}
      {{- with .root.Values.image.pullSecrets }}
      imagePullSecrets: {{- toYaml . | nindent 8 }}
      {{- end }}
      {{- with .root.Values.nodeSelector }}
      nodeSelector: {{- toYaml . | nindent 8 }}
      {{- end }}
      {{- with .root.Values.tolerations }}
      tolerations: {{- toYaml . | nindent 8 }}
      {{- end }}
      topologySpreadConstraints:
        {{- range $key := list "topology.kubernetes.io/zone" "kubernetes.io/hostname" }}
        - maxSkew: 1
          topologyKey: {{ $key }}
          whenUnsatisfiable: ScheduleAnyway
          labelSelector:
            matchLabels: {{- include "kehu.selector" $context | nindent 14 }}
        {{- end }}
      containers:
        - name: {{ .name }}
          image: {{ include "kehu.image" $context }}
          imagePullPolicy: {{ .root.Values.image.pullPolicy }}
          securityContext: {{- include "kehu.containerSecurity" . | nindent 12 }}
          ports:
            - {name: http, containerPort: {{ .port }}}
            {{- if ne (int .port) (int .management) }}
            - {name: operations, containerPort: {{ .management }}}
            {{- end }}
          env: {{- include "kehu.environment" $context | nindent 12 }}
          # Started: the first readiness. Live: the process answers at all. Ready: it takes requests.
          startupProbe:
            httpGet: {path: /actuator/health/readiness, port: {{ .management }}}
            periodSeconds: 3
            failureThreshold: 60
          livenessProbe:
            httpGet: {path: /actuator/health/liveness, port: {{ .management }}}
            periodSeconds: 10
            timeoutSeconds: 5
            failureThreshold: 6
          readinessProbe:
            httpGet: {path: /actuator/health/readiness, port: {{ .management }}}
            periodSeconds: 5
            timeoutSeconds: 3
            failureThreshold: 2
          lifecycle:
            # Endpoints forget the pod before it stops accepting connections
            preStop: {sleep: {seconds: 5}}
          resources: {{- toYaml .values.resources | nindent 12 }}
          volumeMounts:
            - {name: tmp, mountPath: /tmp}
            - {name: configuration, mountPath: /etc/kehu, readOnly: true}
            {{- if ne .name "discovery" }}
            {{- include "kehu.caMount" .root | nindent 12 }}
            {{- end }}
            {{- if has .name (list "auth-service" "customer-service") }}
            - {name: mail, mountPath: /var/kehu/mail}
            {{- else if eq .name "migration-service" }}
            - {name: staging, mountPath: /var/kehu/staging}
            {{- end }}
      volumes:
        - name: tmp
          emptyDir: {sizeLimit: 256Mi}
        - name: configuration
          configMap: {name: {{ .root.Release.Name }}-kehu}
        {{- if ne .name "discovery" }}
        {{- include "kehu.caVolume" .root | nindent 8 }}
        {{- end }}
        {{- if has .name (list "auth-service" "customer-service") }}
        - name: mail
          emptyDir: {sizeLimit: 64Mi}
        {{- else if eq .name "migration-service" }}
        - name: staging
          persistentVolumeClaim: {claimName: {{ .root.Values.staging.existingClaim | default (printf "%s-staging" .root.Release.Name) }}}
        {{- end }}
{{- end }}
