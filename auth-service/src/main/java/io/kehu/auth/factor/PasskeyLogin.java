package io.kehu.auth.factor;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import com.webauthn4j.util.exception.WebAuthnException;
import io.kehu.auth.user.Account;
import io.kehu.auth.user.Accounts;

import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.authentication.WebAuthnAuthenticationRequestToken;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.stereotype.Component;

/**
 * Logs users in with passkeys, as the same principal as with a password. A passkey counts
 * as two factors, so it must have verified its user.
 */
@Component
public class PasskeyLogin implements AuthenticationManager {

	/** The index of the flags in the authenticator data, and the "user verified" flag. */
	private static final int FLAGS = 32;

	private static final int USER_VERIFIED = 0x04;

	private final WebAuthnRelyingPartyOperations passkeys;

	private final Accounts accounts;

	private final Clock clock;

	PasskeyLogin(WebAuthnRelyingPartyOperations passkeys, Accounts accounts, Clock clock) {
		this.passkeys = passkeys;
		this.accounts = accounts;
		this.clock = clock;
	}

	@Override
	public Authentication authenticate(Authentication authentication) {
		RelyingPartyAuthenticationRequest request = ((WebAuthnAuthenticationRequestToken) authentication)
			.getWebAuthnRequest();
		UUID userId = verify(request);
		Account account = this.accounts.find(userId)
			.filter(Account::enabled)
			.orElseThrow(() -> new BadCredentialsException("No eligible user"));
		return UsernamePasswordAuthenticationToken.authenticated(
				User.withUsername(account.id().toString()).password("").authorities(List.of()).build(), null,
				List.of(FactorGrantedAuthority.withAuthority(Proof.PASSKEY.authority())
					.issuedAt(this.clock.instant())
					.build()));
	}

	private UUID verify(RelyingPartyAuthenticationRequest request) {
		try {
			UUID userId = PasskeyUsers.userId(this.passkeys.authenticate(request).getId());
			// The options of the request have been in a session, where constants lose
			// their identity
			AuthenticatorAssertionResponse response = request.getPublicKey().getResponse();
			if ((response.getAuthenticatorData().getBytes()[FLAGS] & USER_VERIFIED) != 0) {
				return userId;
			}
		}
		catch (IllegalArgumentException | WebAuthnException ex) {
			throw new BadCredentialsException("The passkey doesn't match", ex);
		}
		throw new BadCredentialsException("The passkey didn't verify its holder");
	}

}
