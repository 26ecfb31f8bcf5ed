package io.kehu.auth;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A test by third-party clients, which reach the service under its public address.
 */
@AuthServiceTest
abstract class PublicServiceTest {

	static final PublicAddress ADDRESS = PublicAddress.next();

	@Autowired
	People people;

	@Autowired
	RegisteredClientRepository clients;

	@DynamicPropertySource
	static void address(DynamicPropertyRegistry registry) {
		ADDRESS.set(registry);
	}

}
