package io.kehu.deploy.local.scenario;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.kehu.platform.test.node.NodeScripts;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Clients that are generated from the descriptions of the services compile, and work.
 */
@WholeSystem
class ClientScenarioTests {

	private static final Path ROOT = Path.of(System.getProperty("kehu.root", "../..")).toAbsolutePath().normalize();

	@Test
	void aJavaClientRunsTheHappyPath(RunningKehu kehu) throws Exception {
		GeneratedJavaClient client = new GeneratedJavaClient(ROOT).of("customer", description("customer-service"))
			.of("order", description("order-service"));
		client.compile();
		assertThat(client.run("io.kehu.client.HappyPath", kehu.system().gatewayUrl(), kehu.system().accessToken()))
			.contains("The Java client ran the happy path");
	}

	private static String description(String module) {
		return module + "/src/main/resources/openapi/openapi.json";
	}

	@Test
	void aTypeScriptClientRunsTheHappyPath(RunningKehu kehu) throws Exception {
		NodeScripts scripts = NodeScripts.installed(ROOT.resolve("deploy/clients/typescript"));
		scripts.run(Map.of("KEHU_ROOT", ROOT.toString()), List.of("node", "generate.mjs"));
		scripts.run(Map.of(), List.of("node", "node_modules/typescript/bin/tsc"));
		scripts.run(Map.of(),
				List.of("node", "dist/happy-path.js", kehu.system().gatewayUrl(), kehu.system().accessToken()));
	}

}
