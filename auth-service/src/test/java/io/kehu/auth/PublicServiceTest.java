package io.kehu.auth;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A test by third-party clients, which reach the service under its public address.
 */
@OwnInstance
@AuthServiceTest
abstract class PublicServiceTest {

	static final PublicAddress ADDRESS = PublicAddress.next();

	/** Apart from the folder of the classes that run beside these. */
	static final String MAIL_FOLDER = "target/public-mail";

	@Autowired
	People people;

	@Autowired
	RegisteredClientRepository clients;

	@DynamicPropertySource
	static void address(DynamicPropertyRegistry registry) {
		ADDRESS.set(registry);
		registry.add("kehu.mail.folder", () -> MAIL_FOLDER);
	}

}
