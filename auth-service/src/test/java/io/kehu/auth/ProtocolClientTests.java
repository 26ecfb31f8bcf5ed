package io.kehu.auth;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Has clients of OAuth and OpenID Connect that others wrote go through all flows.
 */
@AuthServiceTest
class ProtocolClientTests {

	private static final PublicAddress ADDRESS = PublicAddress.next();

	@Autowired
	People people;

	@Autowired
	RegisteredClientRepository clients;

	@DynamicPropertySource
	static void address(DynamicPropertyRegistry registry) {
		ADDRESS.set(registry);
	}

	@Test
	void clientsOfOthersGoThroughAllFlows() throws Exception {
		NodeScripts scripts = NodeScripts.installed();
		for (String username : List.of("olga", "nina", "pavel")) {
			this.people.register(username, List.of("sales-representative"), List.of());
		}
		this.clients.save(PublicAddress.application());
		scripts.run(
				Map.of("KEHU_ISSUER", ADDRESS.url(), "KEHU_PASSWORD", People.PASSWORD, "KEHU_CLIENT_SECRET",
						AuthServiceTest.CLIENT_SECRET, "KEHU_APPLICATION_SECRET", PublicAddress.APPLICATION_SECRET),
				"openid-client.test.js", "oauth4webapi.test.js");
	}

}
