package io.kehu.auth.factor;

import java.time.Clock;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Adds a factor to the current login right after its setup, so that it isn't requested
 * again.
 */
@Component
class FreshProof {

	private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

	private final Clock clock;

	FreshProof(Clock clock) {
		this.clock = clock;
	}

	void add(Proof proof, Authentication person, HttpServletRequest request, HttpServletResponse response) {
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(person.toBuilder()
			.authorities((granted) -> granted
				.add(FactorGrantedAuthority.withAuthority(proof.authority()).issuedAt(this.clock.instant()).build()))
			.build());
		SecurityContextHolder.setContext(context);
		this.sessions.saveContext(context, request, response);
	}

}
