package io.kehu.auth;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.kehu.platform.test.node.Chromium;
import io.kehu.platform.test.node.NodeScripts;
import io.kehu.platform.test.probe.HttpProbe;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Uses the pages in Chromium by keyboard and examines them. The screenshots are in {@code
 * target/screenshots}.
 */
class PageTests extends PublicServiceTest {

	@Test
	void peopleLogInAndSayWhatClientsMayDo() throws Exception {
		NodeScripts scripts = NodeScripts.installed(Path.of("src/test/clients"));
		String chromium = Chromium.installed();
		register("lena");
		register("cora");
		this.clients.save(PublicAddress.application());
		run(scripts, chromium, "login.test.js");
	}

	@Test
	void peopleLookAfterTheirAccounts() throws Exception {
		NodeScripts scripts = NodeScripts.installed(Path.of("src/test/clients"));
		String chromium = Chromium.installed();
		Stream.of("paul", "rosa", "tom", "pia", "sam").forEach(this::register);
		HttpProbe operator = this.people.operator();
		String steward = operator.get("/api/v1/roles?name=data-steward").json().at("/items/0/id").asString();
		operator.patch("/api/v1/roles/" + steward, "*", Map.of("secondFactorRequired", true)).expect(200);
		register("stefan", "data-steward");
		register("petra", "data-steward");
		String rike = register("rike").get("id").asString();
		operator.post("/api/v1/users/" + rike + "/require-password-reset", Map.of()).expect(204);
		run(scripts, chromium, "account.test.js");
	}

	private JsonNode register(String username, String... roles) {
		return this.people
			.register(Map.of("username", username, "email", username + "@example.org", "roles", List.of(roles)));
	}

	private static void run(NodeScripts scripts, String chromium, String script) throws Exception {
		scripts.test(Map.of("KEHU_ISSUER", ADDRESS.url(), "KEHU_PASSWORD", People.PASSWORD, "KEHU_CLIENT_SECRET",
				AuthServiceTest.CLIENT_SECRET, "KEHU_APPLICATION_SECRET", PublicAddress.APPLICATION_SECRET,
				"KEHU_MAIL_FOLDER", Path.of(MAIL_FOLDER).toAbsolutePath().toString(), "KEHU_CHROMIUM", chromium,
				"KEHU_SCREENSHOTS", Path.of("target/screenshots").toAbsolutePath().toString()), script);
	}

}
