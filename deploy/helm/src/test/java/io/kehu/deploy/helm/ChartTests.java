package io.kehu.deploy.helm;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.kehu.deploy.helm.Manifests.at;
import static io.kehu.deploy.helm.Manifests.kind;
import static io.kehu.deploy.helm.Manifests.list;
import static io.kehu.deploy.helm.Manifests.map;
import static io.kehu.deploy.helm.Manifests.names;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ChartTests {

	static Stream<Arguments> values() {
		return Stream
			.of(new String[] { "minimal.yaml" }, new String[] { "minimal.yaml", "production.yaml" },
					new String[] { "minimal.yaml", "canary.yaml" }, new String[] { "minimal.yaml", "argo.yaml" })
			.map((files) -> Arguments.of((Object) files));
	}

	@Test
	void lintsClean() {
		LintResult result = Chart.helm().lint().strict().quiet().call();
		// The values that nobody can guess are missing, and nothing else
		assertThat(result.getMessages()).allMatch((message) -> message.contains("is required"));
	}

	@ParameterizedTest
	@MethodSource("values")
	void rendersWhatKubernetesAccepts(String[] files) {
		assertThat(Chart.manifests(Chart.render(files))).hasSizeGreaterThan(25).allSatisfy(KubernetesSchema::check);
	}

	@ParameterizedTest
	@MethodSource("values")
	void rendersTheSameTwice(String[] files) {
		assertThat(Chart.render(files)).isEqualTo(Chart.render(files));
	}

	@Test
	void findsAPlantedUnknownField() {
		Map<String, Object> planted = new HashMap<>(kind(Chart.render("minimal.yaml"), "Deployment").get(0));
		planted.put("replica", 3);
		assertThatIllegalArgumentException().isThrownBy(() -> KubernetesSchema.check(planted))
			.withMessageContaining("replica");
	}

	@Test
	void saysHowAMissingSecretIsCreated() {
		assertThatThrownBy(() -> Chart.template()
			.withValuesFile(Chart.file("minimal.yaml"))
			.set("existingSecrets.order-service", "")
			.call()).hasMessageContaining(
					"kubectl create secret generic kehu-order-service --namespace sales --from-literal=KEHU_LINK_KEY=...");
	}

	@Test
	void everyServiceTakesItsSealingKeysFromItsSecret() {
		for (Map<String, Object> deployment : kind(Chart.render("minimal.yaml"), "Deployment")) {
			String text = deployment.toString();
			assertThat(text.contains("key=KEHU_SEALING_KEYS") && text.contains("key=KEHU_SEALING_INDEX_KEYS")).as(text)
				.isEqualTo(text.contains("SPRING_DATASOURCE_URL"));
		}
	}

	@Test
	void refusesUnknownValues() {
		assertThatThrownBy(
				() -> Chart.template().withValuesFile(Chart.file("minimal.yaml")).set("gateway.replica", "3").call())
			.hasMessageContaining("replica");
	}

	@Test
	void needsASharedFolderForSeveralInstancesOfMigrationService() {
		assertThatThrownBy(() -> Chart.template()
			.withValuesFile(Chart.file("minimal.yaml"))
			.set("services.migration-service.replicas", 2)
			.call()).hasMessageContaining("ReadWriteMany");
	}

	@ParameterizedTest
	@MethodSource("values")
	void everyPodIsRestricted(String[] files) {
		for (Map<String, Object> pod : pods(Chart.render(files))) {
			assertThat(at(pod, "automountServiceAccountToken")).isEqualTo(false);
			assertThat(at(pod, "securityContext", "runAsNonRoot")).isEqualTo(true);
			assertThat(at(pod, "securityContext", "seccompProfile", "type")).isEqualTo("RuntimeDefault");
			for (Map<String, Object> container : list(pod.get("containers"))) {
				assertThat(at(container, "securityContext", "readOnlyRootFilesystem")).isEqualTo(true);
				assertThat(at(container, "securityContext", "allowPrivilegeEscalation")).isEqualTo(false);
				assertThat(at(container, "securityContext", "capabilities", "drop")).isEqualTo(List.of("ALL"));
				assertThat(at(container, "resources", "requests", "memory")).isNotNull();
				assertThat(at(container, "resources", "limits", "memory")).isNotNull();
				assertThat((String) container.get("image")).doesNotEndWith(":latest").contains(":");
			}
		}
	}

	@ParameterizedTest
	@MethodSource("values")
	void selectorsDoNotChangeWithTheVersion(String[] files) {
		for (Map<String, Object> deployment : kind(Chart.render(files), "Deployment")) {
			Map<String, Object> selector = map(at(deployment, "spec", "selector", "matchLabels"));
			assertThat(selector.keySet()).noneMatch((key) -> key.contains("version") || key.contains("chart"));
			assertThat(map(at(deployment, "spec", "template", "metadata", "labels"))).containsAllEntriesOf(selector);
			assertThat(at(deployment, "spec", "strategy", "rollingUpdate", "maxUnavailable")).isEqualTo(0);
			Map<String, Object> container = list(at(deployment, "spec", "template", "spec", "containers")).get(0);
			assertThat(container).containsKeys("startupProbe", "readinessProbe", "livenessProbe", "lifecycle");
		}
	}

	@ParameterizedTest
	@MethodSource("values")
	void everyServiceFindsADeployment(String[] files) {
		String rendered = Chart.render(files);
		List<Map<String, Object>> labels = kind(rendered, "Deployment").stream()
			.map((deployment) -> map(at(deployment, "spec", "template", "metadata", "labels")))
			.toList();
		assertThat(kind(rendered, "Service")).isNotEmpty()
			.allSatisfy((service) -> assertThat(labels)
				.filteredOn((pod) -> pod.entrySet().containsAll(map(at(service, "spec", "selector")).entrySet()))
				.hasSize(1));
	}

	@ParameterizedTest
	@MethodSource("values")
	void nothingIsAllowedButWhatAPolicyNames(String[] files) {
		String rendered = Chart.render(files);
		List<Map<String, Object>> policies = kind(rendered, "NetworkPolicy");
		assertThat(policies.stream().map((policy) -> at(policy, "spec", "policyTypes")))
			.contains(List.of("Ingress", "Egress"));
		Map<String, Object> everything = policies.stream()
			.filter((policy) -> "crm-kehu-default".equals(at(policy, "metadata", "name")))
			.findFirst()
			.orElseThrow();
		assertThat(map(everything.get("spec"))).doesNotContainKey("ingress");
		assertThat(podLabels(rendered)).allSatisfy((pod) -> assertThat(pod)
			.containsAllEntriesOf(map(at(everything, "spec", "podSelector", "matchLabels"))));
	}

	@Test
	void theCanaryHasItsShareAndAServiceOfItsOwn() {
		String rendered = Chart.render("minimal.yaml", "canary.yaml");
		assertThat(names(kind(rendered, "Deployment"))).contains("crm-customer-service", "crm-customer-service-canary");
		String configuration = (String) at(kind(rendered, "ConfigMap").get(0), "data", "application.properties");
		assertThat(configuration.lines()).contains(
				"spring.cloud.discovery.client.simple.instances.customer-service[0].metadata.weight=19",
				"spring.cloud.discovery.client.simple.instances.customer-service[1].uri=http://crm-customer-service-canary",
				"spring.cloud.discovery.client.simple.instances.customer-service[1].metadata.weight=1");
		assertThat(rendered).contains("kehu/customer-service:1.5.0");
	}

	@Test
	void theCanaryHasItsSchema() {
		List<String> images = kind(Chart.render("minimal.yaml", "canary.yaml"), "Job").stream()
			.map((job) -> (String) list(at(job, "spec", "template", "spec", "containers")).get(0).get("image"))
			.filter((image) -> image.contains("customer-service"))
			.toList();
		assertThat(images).hasSize(2).contains("kehu/customer-service:1.5.0");
		assertThat(kind(Chart.template()
			.withValuesFile(Chart.file("minimal.yaml"))
			.withValuesFile(Chart.file("canary.yaml"))
			.set("migrations.hook", "none")
			.set("image.tag", "1.5.0")
			.call(), "Job")).hasSize(4);
	}

	@ParameterizedTest
	@ValueSource(strings = { "crm", "a-release-of-the-crm-with-thirty-five",
			"a-release-whose-name-is-as-long-as-helm-allows-in-all" })
	void noTwoManifestsHaveTheSameName(String release) {
		TemplateCommand command = Chart.template().withName(release).set("migrations.hook", "none");
		for (String values : new String[] { "minimal.yaml", "production.yaml", "canary.yaml", "argo.yaml" }) {
			command.withValuesFile(Chart.file(values));
		}
		String tag = "0123456789012345678901234567890123456789";
		List<Map<String, Object>> manifests = Chart.manifests(command.set("image.tag", tag + "a")
			.set("services.customer-service.canary.tag", tag + "b")
			.set("migrations.hook", "none")
			.call());
		assertThat(manifests).allSatisfy(KubernetesSchema::check)
			.extracting((manifest) -> manifest.get("kind") + " " + at(manifest, "metadata", "name"))
			.doesNotHaveDuplicates();
		assertThat(manifests).filteredOn((manifest) -> !"NetworkPolicy".equals(manifest.get("kind")))
			.extracting((manifest) -> (String) at(manifest, "metadata", "name"))
			.allMatch((name) -> name.length() <= 63 && name.matches("[a-z0-9]([a-z0-9-]*[a-z0-9])?"));
	}

	@Test
	void migrationsAreHooksOrWavesOrOrdinaryJobs() {
		assertThat(kind(Chart.render("minimal.yaml"), "Job")).hasSize(4);
		assertThat(kind(Chart.template().withValuesFile(Chart.file("minimal.yaml")).call(), "Job")).isEmpty();
		String waves = Chart.template()
			.withValuesFile(Chart.file("minimal.yaml"))
			.withValuesFile(Chart.file("argo.yaml"))
			.call();
		assertThat(kind(waves, "Job")).hasSize(4)
			.allSatisfy((job) -> assertThat(at(job, "metadata", "annotations"))
				.isEqualTo(Map.of("argocd.argoproj.io/sync-wave", "-1")));
		assertThat(names(kind(Chart.render("minimal.yaml", "production.yaml"), "Job")))
			.contains("crm-auth-service-1-4-2");
	}

	@Test
	void isScaledInOneWayOnly() {
		String rendered = Chart.render("minimal.yaml", "production.yaml");
		List<Object> targets = Stream.of("HorizontalPodAutoscaler", "ScaledObject")
			.flatMap((kind) -> kind(rendered, kind).stream())
			.map((scaler) -> at(scaler, "spec", "scaleTargetRef", "name"))
			.toList();
		assertThat(targets).containsExactlyInAnyOrder("crm-gateway", "crm-order-service", "crm-customer-service");
		assertThat(kind(rendered, "Deployment"))
			.allSatisfy((deployment) -> assertThat(map(deployment.get("spec")).containsKey("replicas"))
				.isNotEqualTo(targets.contains(at(deployment, "metadata", "name"))));
	}

	@Test
	void everyDatabaseIsDumped() {
		String rendered = Chart.render("minimal.yaml", "production.yaml");
		assertThat(kind(rendered, "CronJob")).hasSize(4)
			.allSatisfy((job) -> assertThat(job.toString()).contains("claimName=backups",
					"PGSSLMODE, value=verify-full", "tail -n +15"));
		assertThat(kind(Chart.render("minimal.yaml"), "CronJob")).isEmpty();
		assertThatThrownBy(
				() -> Chart.template().withValuesFile(Chart.file("minimal.yaml")).set("backup.enabled", true).call())
			.hasMessageContaining("backup.existingClaim is required");
	}

	@Test
	void eurekaRunsOnlyWhenItIsAskedFor() {
		assertThat(names(kind(Chart.render("minimal.yaml"), "Deployment"))).doesNotContain("crm-discovery");
		assertThat(names(kind(Chart.render("minimal.yaml", "argo.yaml"), "Deployment"))).contains("crm-discovery");
	}

	private static List<Map<String, Object>> pods(String rendered) {
		List<Map<String, Object>> pods = new ArrayList<>();
		kind(rendered, "Pod").forEach((pod) -> pods.add(map(pod.get("spec"))));
		templates(rendered).forEach((template) -> pods.add(map(template.get("spec"))));
		assertThat(pods).hasSizeGreaterThanOrEqualTo(9);
		return pods;
	}

	private static Collection<Map<String, Object>> podLabels(String rendered) {
		List<Map<String, Object>> labels = new ArrayList<>();
		kind(rendered, "Pod").forEach((pod) -> labels.add(map(at(pod, "metadata", "labels"))));
		templates(rendered).forEach((template) -> labels.add(map(at(template, "metadata", "labels"))));
		return labels;
	}

	private static List<Map<String, Object>> templates(String rendered) {
		return Stream
			.concat(Stream.of("Deployment", "Job")
				.flatMap((kind) -> kind(rendered, kind).stream())
				.map((manifest) -> map(at(manifest, "spec", "template"))),
					kind(rendered, "CronJob").stream()
						.map((manifest) -> map(at(manifest, "spec", "jobTemplate", "spec", "template"))))
			.toList();
	}

}
