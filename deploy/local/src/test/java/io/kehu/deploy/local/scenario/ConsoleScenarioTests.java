package io.kehu.deploy.local.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.kehu.deploy.local.conformance.SuiteClients;
import io.kehu.platform.test.node.Chromium;
import io.kehu.platform.test.node.NodeScripts;
import io.kehu.platform.test.probe.HttpProbe;
import org.junit.jupiter.api.Test;

/**
 * Uses the console in Chromium, one main path per area, and examines its pages. The
 * screenshots are in {@code target/screenshots}.
 */
@WholeSystem
class ConsoleScenarioTests {

	private static final Path ROOT = Path.of(System.getProperty("kehu.root", "../..")).toAbsolutePath().normalize();

	@Test
	void peopleWorkWithTheConsole(RunningKehu kehu) throws Exception {
		NodeScripts scripts = NodeScripts.installed(ROOT.resolve("console/src/test/browser"));
		String chromium = Chromium.installed();
		SuiteClients.Credentials user = userWithAllPermissions(kehu);
		scripts.test(Map.of("KEHU_URL", kehu.system().gatewayUrl(), "KEHU_USER", user.name(), "KEHU_PASSWORD",
				user.secret(), "KEHU_CHROMIUM", chromium, "KEHU_SCREENSHOTS",
				Path.of("target/screenshots").toAbsolutePath().toString()), "console.test.js");
	}

	/** The built-in role of administrators requires a second factor. */
	private static SuiteClients.Credentials userWithAllPermissions(RunningKehu kehu) {
		HttpProbe api = kehu.api();
		List<String> permissions = new ArrayList<>();
		api.get("/api/v1/roles?name=administrator")
			.expect(200)
			.json()
			.at("/items/0/permissions")
			.forEach((permission) -> permissions.add(permission.asString()));
		api.post("/api/v1/roles", Map.of("name", "console-tests", "permissions", permissions)).expect(201);
		SuiteClients.Credentials user = new SuiteClients(kehu.system().gatewayUrl(), kehu.system().accessToken())
			.user();
		String id = api.get("/api/v1/users?username=" + user.name()).expect(200).json().at("/items/0/id").asString();
		api.patch("/api/v1/users/" + id, "*", Map.of("roles", List.of("console-tests"))).expect(200);
		return user;
	}

}
