package io.kehu.auth.token;

import java.nio.charset.StandardCharsets;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Parameter;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.AbstractOAuth2TokenAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Returns the rights that the caller's token refers to, for services that verify it. The
 * gateway has no route to it.
 */
@RestController
@Hidden
class RightsController {

	private final IssuedRights rights;

	RightsController(IssuedRights rights) {
		this.rights = rights;
	}

	@GetMapping(path = "/internal/rights", produces = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<byte[]> ofCaller(@Parameter(hidden = true) AbstractOAuth2TokenAuthenticationToken<Jwt> caller) {
		String content = this.rights.find(caller.getToken());
		return (content != null) ? ResponseEntity.ok(content.getBytes(StandardCharsets.UTF_8))
				: ResponseEntity.notFound().build();
	}

}
