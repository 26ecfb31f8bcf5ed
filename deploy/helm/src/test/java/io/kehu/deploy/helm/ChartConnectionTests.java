package io.kehu.deploy.helm;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.kehu.deploy.helm.Manifests.at;
import static io.kehu.deploy.helm.Manifests.kind;
import static io.kehu.deploy.helm.Manifests.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Whom the processes trust: proxies, peers and stores.
 */
class ChartConnectionTests {

	private static final List<String> SERVICES = List.of("auth-service", "customer-service", "order-service",
			"migration-service");

	@Test
	void theGatewayTrustsTheProxiesInFrontOfIt() {
		String rendered = Chart.render("minimal.yaml", "production.yaml");
		assertThat(environment(rendered, "crm-gateway")).containsEntry("KEHU_GATEWAY_TRUSTED_PROXIES",
				"10.0.0.0/8,fd00::1");
		assertThat(environment(Chart.render("minimal.yaml"), "crm-gateway"))
			.doesNotContainKey("KEHU_GATEWAY_TRUSTED_PROXIES");
		assertThat(environment(rendered, "crm-auth-service")).doesNotContainKey("KEHU_GATEWAY_TRUSTED_PROXIES");
		assertThatThrownBy(() -> Chart.template()
			.withValuesFile(Chart.file("minimal.yaml"))
			.set("gateway.trustedProxies[0]", "ingress")
			.call()).hasMessageContaining("trustedProxies");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "gateway=A", "gateway=A,auth-service=B,order-service=D,migration-service=E",
			"gateway=A,auth-service=,customer-service=C,order-service=D,migration-service=E",
			"gateway=A,auth-service=B,my-customer-service=C,order-service=D,migration-service=E" })
	void everyProcessNeedsItsPublicKey(String peers) {
		assertThatThrownBy(
				() -> Chart.template().withValuesFile(Chart.file("minimal.yaml")).set("linkPeers", peers).call())
			.hasMessageContaining("linkPeers is required");
	}

	@Test
	void databasesProveWhatTheyAre() {
		String rendered = Chart.render("minimal.yaml");
		assertThat(urls(rendered)).hasSize(8)
			.allMatch(
					(url) -> url.endsWith("?sslmode=verify-full&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory"));
		assertThat(rendered).doesNotContain("kehu-ca");
		assertThat(urls(Chart.template()
			.withValuesFile(Chart.file("minimal.yaml"))
			.set("migrations.hook", "none")
			.set("postgresql.sslMode", "require")
			.call())).allMatch((url) -> url.endsWith("?sslmode=require"));
	}

	@Test
	void aCaOfOnesOwnIsTrustedByEveryConnection() {
		String rendered = Chart.render("minimal.yaml", "production.yaml");
		assertThat(urls(rendered)).hasSize(8)
			.allMatch((url) -> url.endsWith("?sslmode=verify-full&sslrootcert=/etc/kehu-ca/ca.crt"));
		for (String service : SERVICES) {
			assertThat(environment(rendered, "crm-" + service))
				.containsAllEntriesOf(Map.of("SPRING_KAFKA_SSL_TRUST_STORE_LOCATION", "file:/etc/kehu-ca/ca.crt",
						"SPRING_KAFKA_SSL_TRUST_STORE_TYPE", "PEM", "SPRING_DATA_REDIS_SSL_BUNDLE", "stores",
						"SPRING_SSL_BUNDLE_PEM_STORES_TRUSTSTORE_CERTIFICATE", "file:/etc/kehu-ca/ca.crt"));
		}
		assertThat(connecting(rendered)).hasSize(8).allSatisfy((pod) -> {
			assertThat(list(list(pod.get("containers")).get(0).get("volumeMounts")))
				.contains(Map.of("name", "ca", "mountPath", "/etc/kehu-ca", "readOnly", true));
			assertThat(list(pod.get("volumes"))).contains(Map.of("name", "ca", "secret",
					Map.of("secretName", "company-ca", "items", List.of(Map.of("key", "ca.crt", "path", "ca.crt")))));
		});
	}

	@Test
	void theScalerLogsInToKafka() {
		String rendered = Chart.render("minimal.yaml", "production.yaml");
		Map<String, Object> scaler = kind(rendered, "ScaledObject").get(0);
		Map<String, Object> trigger = list(at(scaler, "spec", "triggers")).get(0);
		assertThat(at(trigger, "metadata", "sasl")).isEqualTo("scram_sha256");
		assertThat(at(trigger, "metadata", "tls")).isEqualTo("enable");
		Map<String, Object> authentication = kind(rendered, "TriggerAuthentication").get(0);
		assertThat(at(trigger, "authenticationRef", "name")).isEqualTo(at(authentication, "metadata", "name"));
		assertThat(list(at(authentication, "spec", "secretTargetRef"))).containsExactly(
				Map.of("parameter", "username", "name", "kehu-keda", "key", "username"),
				Map.of("parameter", "password", "name", "kehu-keda", "key", "password"),
				Map.of("parameter", "ca", "name", "company-ca", "key", "ca.crt"));
		assertThatThrownBy(
				() -> Chart.template().withValuesFile(Chart.file("minimal.yaml")).set("keda.enabled", true).call())
			.hasMessageContaining("keda.existingSecret is required");
	}

	private static List<String> urls(String rendered) {
		return connecting(rendered).stream().map((pod) -> environment(pod).get("SPRING_DATASOURCE_URL")).toList();
	}

	/** Returns the pods that connect to a database. */
	private static List<Map<String, Object>> connecting(String rendered) {
		return Stream.of("Deployment", "Job")
			.flatMap((kind) -> kind(rendered, kind).stream())
			.map((manifest) -> Manifests.map(at(manifest, "spec", "template", "spec")))
			.filter((pod) -> environment(pod).containsKey("SPRING_DATASOURCE_URL"))
			.toList();
	}

	private static Map<String, String> environment(String rendered, String deployment) {
		return kind(rendered, "Deployment").stream()
			.filter((one) -> deployment.equals(at(one, "metadata", "name")))
			.map((one) -> environment(Manifests.map(at(one, "spec", "template", "spec"))))
			.findFirst()
			.orElseThrow();
	}

	private static Map<String, String> environment(Map<String, Object> pod) {
		return list(list(pod.get("containers")).get(0).get("env")).stream()
			.filter((variable) -> variable.containsKey("value"))
			.collect(Collectors.toMap((variable) -> (String) variable.get("name"),
					(variable) -> String.valueOf(variable.get("value"))));
	}

}
