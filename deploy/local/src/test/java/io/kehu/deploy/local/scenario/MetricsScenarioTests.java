package io.kehu.deploy.local.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.kehu.deploy.local.system.ApplicationInstance;
import io.kehu.deploy.local.system.Settings;
import io.kehu.platform.test.probe.HttpProbe;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the processes report about themselves: everything that rules and dashboards ask
 * for, and not more series than Prometheus can hold.
 */
@WholeSystem
class MetricsScenarioTests {

	private static final Path FOLDER = Path.of(System.getProperty("kehu.root", "../.."), "deploy", "observability");

	private static final int MOST_SERIES = 4000;

	/** Matchers, texts, ranges and the labels of aggregations and joins. */
	private static final Pattern NOT_NAMES = Pattern
		.compile("\\{[^}]*}|\"[^\"]*\"|\\[[^\\]]*]|\\b(by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");

	/** A name that is not a function. */
	private static final Pattern NAME = Pattern.compile("\\b[a-zA-Z_][a-zA-Z0-9_]*(:[a-zA-Z0-9_]+)*\\b(?!\\s*\\()");

	private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset", "sum", "min", "max", "up");

	@Test
	void reportsEveryMetricOfTheRulesAndDashboards(RunningKehu kehu) throws IOException {
		HttpProbe api = kehu.api();
		String path = "/api/v1/customers/" + api
			.post("/api/v1/customers", Map.of("kind", "company", "name", "Windrose Metrics " + UUID.randomUUID()))
			.expect(201)
			.json()
			.path("id")
			.asString();
		api.get(path).expect(200);
		new Migrating(api).done("/live-customers", Map.of("filters", Map.of("name", "Windrose Metrics")));
		Set<String> asked = asked();
		assertThat(asked).hasSizeGreaterThan(40);
		Awaitility.await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
			Set<String> reported = scrapes(kehu).stream()
				.flatMap(String::lines)
				.filter((line) -> !line.startsWith("#"))
				.map((line) -> line.replaceFirst("[{ ].*", ""))
				.collect(Collectors.toSet());
			assertThat(reported).containsAll(asked);
		});
	}

	@Test
	void boundsTheSeriesOfAProcess(RunningKehu kehu) {
		Pattern unbounded = Pattern.compile("=\"[^\"]*([0-9a-f]{8}-[0-9a-f]{4}-|[^\"@ ]+@[a-z]+\\.)[^\"]*\"");
		assertThat(scrapes(kehu)).allSatisfy((scrape) -> {
			assertThat(scrape.lines().filter((line) -> !line.startsWith("#"))).hasSizeLessThan(MOST_SERIES);
			assertThat(scrape.lines().filter((line) -> unbounded.matcher(line).find())).isEmpty();
		});
	}

	private static List<String> scrapes(RunningKehu kehu) {
		Settings settings = kehu.system().settings();
		List<String> scrapes = new ArrayList<>();
		for (ApplicationInstance instance : settings.instances()) {
			int port = instance.name().equals("gateway") ? settings.port("gateway-operations") : instance.port();
			scrapes.add(new HttpProbe(() -> "http://127.0.0.1:" + port).get("/actuator/prometheus").expect(200).body());
		}
		return scrapes;
	}

	/** Returns the names of metrics in all expressions, apart from recorded ones. */
	private static Set<String> asked() throws IOException {
		String rules = Files.readString(FOLDER.resolve("rules.yaml"));
		List<String> expressions = new ArrayList<>();
		Pattern.compile("expr: (?:\\|\\n((?: {10}.*\\n)+)|(.*)\\n)")
			.matcher(rules)
			.results()
			.forEach((expression) -> expressions
				.add((expression.group(1) != null) ? expression.group(1) : expression.group(2)));
		try (Stream<Path> dashboards = Files.list(FOLDER.resolve("dashboards"))) {
			dashboards.forEach((dashboard) -> JsonMapper.shared()
				.readTree(dashboard.toFile())
				.findValuesAsString("expr")
				.forEach(expressions::add));
		}
		Set<String> recorded = Pattern.compile("record: (\\S+)")
			.matcher(rules)
			.results()
			.map((match) -> match.group(1))
			.collect(Collectors.toSet());
		Set<String> names = expressions.stream()
			.flatMap((expression) -> NAME.matcher(NOT_NAMES.matcher(expression).replaceAll(" ")).results())
			.map(MatchResult::group)
			.filter((name) -> !WORDS.contains(name) && !recorded.contains(name))
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(names).allMatch((name) -> !name.contains(":"), "is a metric or recorded by a rule");
		return names;
	}

}
