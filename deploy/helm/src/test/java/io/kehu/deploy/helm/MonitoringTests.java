package io.kehu.deploy.helm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import com.google.gson.JsonParser;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.kehu.deploy.helm.Manifests.at;
import static io.kehu.deploy.helm.Manifests.kind;
import static io.kehu.deploy.helm.Manifests.list;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rules and dashboards of deploy/observability, and that the chart installs them.
 */
class MonitoringTests {

	private static final Path ROOT = Path.of(System.getProperty("kehu.root"));

	private static final Path FOLDER = ROOT.resolve("deploy").resolve("observability");

	@Test
	void theChartInstallsTheRules() throws IOException {
		List<Map<String, Object>> rules = kind(Chart.render("minimal.yaml", "production.yaml"), "PrometheusRule");
		assertThat(rules).singleElement()
			.satisfies((rule) -> assertThat(rule.get("spec")).isEqualTo(Chart.manifests(file("rules.yaml")).get(0)));
	}

	@Test
	void theChartInstallsTheDashboards() throws IOException {
		List<Map<String, Object>> maps = kind(Chart.render("minimal.yaml", "production.yaml"), "ConfigMap").stream()
			.filter((map) -> "1".equals(at(map, "metadata", "labels", "grafana_dashboard")))
			.toList();
		try (Stream<Path> files = Files.list(FOLDER.resolve("dashboards"))) {
			List<Path> dashboards = files.toList();
			assertThat(maps).hasSameSizeAs(dashboards);
			for (Path dashboard : dashboards) {
				String name = dashboard.getFileName().toString();
				String content = Files.readString(dashboard);
				assertThat(JsonParser.parseString(content).getAsJsonObject().get("uid").getAsString() + ".json")
					.isEqualTo(name);
				assertThat(maps).anySatisfy((map) -> assertThat(at(map, "data", name)).isEqualTo(content));
			}
		}
	}

	@Test
	void everyAlertHasARunbook() throws IOException {
		List<Map<String, Object>> alerts = list(Chart.manifests(file("rules.yaml")).get(0).get("groups")).stream()
			.flatMap((group) -> list(group.get("rules")).stream())
			.filter((rule) -> rule.containsKey("alert"))
			.toList();
		List<String> sections = Files.readAllLines(ROOT.resolve("docs").resolve("runbooks.md"))
			.stream()
			.filter((line) -> line.startsWith("## "))
			.map((line) -> line.substring(3))
			.toList();
		assertThat(alerts).extracting((alert) -> (String) alert.get("alert"))
			.containsExactlyInAnyOrderElementsOf(sections);
		assertThat(alerts).allSatisfy((alert) -> {
			assertThat(at(alert, "annotations", "runbook"))
				.isEqualTo("docs/runbooks.md#" + ((String) alert.get("alert")).toLowerCase(Locale.ROOT));
			assertThat(at(alert, "labels", "severity")).isIn("page", "ticket");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "check rules rules.yaml", "test rules rules.test.yaml" })
	void promtoolAcceptsTheRules(String arguments) throws Exception {
		Assumptions.assumeTrue(onPath("promtool"), "promtool is not installed");
		Process process = new ProcessBuilder(Stream.of(("promtool " + arguments).split(" ")).toList())
			.directory(FOLDER.toFile())
			.redirectErrorStream(true)
			.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(output).isZero();
	}

	private static boolean onPath(String command) {
		return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
			.filter((folder) -> !folder.isEmpty())
			.anyMatch((folder) -> Files.isExecutable(Path.of(folder, command)));
	}

	private static String file(String name) throws IOException {
		return Files.readString(FOLDER.resolve(name));
	}

}
