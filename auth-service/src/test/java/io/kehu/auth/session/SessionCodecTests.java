package io.kehu.auth.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.kehu.auth.key.KeyEncryptionFixture;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.security.web.savedrequest.DefaultSavedRequest;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SessionCodecTests {

	private final SessionCodec codec = new SessionCodec(KeyEncryptionFixture.create());

	@Test
	void keepsALogin() {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/oauth2/authorize");
		var authentication = UsernamePasswordAuthenticationToken.authenticated(
				User.withUsername(UUID.randomUUID().toString()).password("").authorities(List.of()).build(), null,
				List.of(FactorGrantedAuthority.withAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY)
					.issuedAt(Instant.parse("2026-11-30T12:00:00Z"))
					.build()));
		authentication.setDetails(new WebAuthenticationDetails(request));
		SecurityContext context = new SecurityContextImpl(authentication);
		assertThat(through(context)).isEqualTo(context);
	}

	@Test
	void keepsWhatElseSessionsHold() {
		CurrentLogin login = new CurrentLogin(UUID.randomUUID(), UUID.randomUUID());
		assertThat(through(login)).isEqualTo(login);
		assertThat(through("a text")).isEqualTo("a text");
		DefaultCsrfToken csrf = (DefaultCsrfToken) through(new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", "value"));
		assertThat(csrf.getToken()).isEqualTo("value");
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/oauth2/authorize");
		request.setQueryString("client_id=console&prompt=login");
		request.addHeader("Accept", "text/html");
		request.addParameter("client_id", "console");
		DefaultSavedRequest saved = (DefaultSavedRequest) through(new DefaultSavedRequest(request));
		assertThat(saved.getQueryString()).isEqualTo("client_id=console&prompt=login");
		assertThat(saved.getParameterValues("client_id")).containsExactly("console");
	}

	@Test
	void keepsTheRequestForAPasskey() {
		Bytes challenge = Bytes.random();
		PublicKeyCredentialRequestOptions read = (PublicKeyCredentialRequestOptions) through(
				PublicKeyCredentialRequestOptions.builder()
					.challenge(challenge)
					.rpId("localhost")
					.timeout(Duration.ofMinutes(5))
					.userVerification(UserVerificationRequirement.REQUIRED)
					.build());
		assertThat(read.getChallenge()).isEqualTo(challenge);
		assertThat(read.getRpId()).isEqualTo("localhost");
		assertThat(read.getTimeout()).isEqualTo(Duration.ofMinutes(5));
		assertThat(read.getUserVerification()).isSameAs(UserVerificationRequirement.REQUIRED);
	}

	@Test
	void keepsThatALoginFailed() {
		assertThat(through(new LockedException("locked"))).isInstanceOf(AuthenticationException.class);
	}

	@Test
	void readsAValueOnlyWhereItWasWritten() {
		String stored = this.codec.write("session", "name", "value");
		assertThat(stored).doesNotContain("value");
		assertThatThrownBy(() -> this.codec.read("other", "name", stored)).isInstanceOf(IllegalStateException.class);
		assertThatThrownBy(() -> this.codec.read("session", "other", stored)).isInstanceOf(IllegalStateException.class);
	}

	@Test
	void storesNoTypeThatIsNotOnTheList() {
		String stored = this.codec.write("session", "name", new StringBuilderHolder("x"));
		assertThatThrownBy(() -> this.codec.read("session", "name", stored)).isInstanceOf(RuntimeException.class);
	}

	private Object through(Object value) {
		return this.codec.read("session", "name", this.codec.write("session", "name", value));
	}

	/**
	 * Stands for any type that could be put into a session.
	 */
	record StringBuilderHolder(String text) {
	}

}
