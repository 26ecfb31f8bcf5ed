package io.kehu.auth;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.kehu.platform.test.node.NodeScripts;
import org.junit.jupiter.api.Test;

/**
 * Runs third-party clients of OAuth and OpenID Connect through all flows.
 */
class ProtocolClientTests extends PublicServiceTest {

	@Test
	void clientsOfOthersGoThroughAllFlows() throws Exception {
		NodeScripts scripts = NodeScripts.installed(Path.of("src/test/clients"));
		for (String username : List.of("olga", "nina", "pavel")) {
			this.people.register(username, List.of("sales-representative"), List.of());
		}
		this.clients.save(PublicAddress.application());
		scripts.test(
				Map.of("KEHU_ISSUER", ADDRESS.url(), "KEHU_PASSWORD", People.PASSWORD, "KEHU_CLIENT_SECRET",
						AuthServiceTest.CLIENT_SECRET, "KEHU_APPLICATION_SECRET", PublicAddress.APPLICATION_SECRET),
				"openid-client.test.js", "oauth4webapi.test.js");
	}

}
