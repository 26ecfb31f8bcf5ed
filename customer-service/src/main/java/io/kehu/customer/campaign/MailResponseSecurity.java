package io.kehu.customer.campaign;

import io.kehu.platform.security.OpenPaths;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Serves the addresses in e-mails without a token, since recipients have none. They
 * cannot be guessed.
 */
@Configuration(proxyBeanMethods = false)
class MailResponseSecurity {

	@Bean
	OpenPaths mailResponsePaths() {
		return new OpenPaths(MailLinks.PATH + "**");
	}

}
