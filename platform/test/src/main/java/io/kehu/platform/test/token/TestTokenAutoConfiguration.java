package io.kehu.platform.test.token;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/**
 * Has every test context trust the key of {@link TestToken}, unless it names an address
 * of signing keys or has keys of its own.
 */
@AutoConfiguration(beforeName = "io.kehu.platform.token.TokenAutoConfiguration")
@ConditionalOnClass(JWKSource.class)
@ConditionalOnProperty(name = "kehu.auth.jwks-uri", matchIfMissing = true, havingValue = "none")
public class TestTokenAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(JWKSource.class)
	JWKSource<SecurityContext> testSigningKeys() {
		return new ImmutableJWKSet<>(new JWKSet(TestToken.KEY.toPublicJWK()));
	}

}
