package io.kehu.auth.right;

import java.util.Collection;
import java.util.List;
import java.util.Objects;

import io.kehu.platform.problem.ProblemException;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.AbstractOAuth2TokenAuthenticationToken;
import org.springframework.stereotype.Component;

/**
 * Nobody gives away, takes away or gets hold of more than they have themselves. What the
 * caller has is what the token says: it was issued before the change, which may be one of
 * the caller's own rights, and whoever's rights were changed since has no valid token.
 */
@Component
public class GrantingRule {

	/**
	 * Checks that the caller may decide over somebody with these rights. Without a caller
	 * it is the service itself that acts.
	 * @throws ProblemException 403 when the caller lacks one of them
	 */
	public void check(Rights touched) {
		if (SecurityContextHolder.getContext()
			.getAuthentication() instanceof AbstractOAuth2TokenAuthenticationToken<?> caller
				&& !of((Jwt) caller.getToken()).cover(touched)) {
			throw ProblemException.of(HttpStatus.FORBIDDEN, "exceeds-own-rights",
					"This takes rights that you do not have yourself.");
		}
	}

	private static Rights of(Jwt token) {
		return Rights.of(claim(token, "roles"), claim(token, "permissions").stream().map(Grant::parse).toList(),
				claim(token, "teams"));
	}

	private static Collection<String> claim(Jwt token, String name) {
		return Objects.requireNonNullElse(token.getClaimAsStringList(name), List.of());
	}

}
