package io.kehu.auth.token;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.kehu.auth.right.Rights;
import io.kehu.platform.security.RightsSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.stereotype.Component;

/**
 * Adds rights to the claims of a token: as they are if they fit, otherwise by their
 * digest. A token has less than 2 KB, so that it fits into the headers that programs and
 * proxies accept, however many teams, roles and permissions there are.
 */
@Component
class RightsClaims {

	/** The claims as JSON; in base64, with header and signature, less than 2 KB. */
	private static final int MOST = 1_300;

	private static final int MOST_OF_SCOPES = 250;

	private final IssuedRights issued;

	private final JsonMapper json = JsonMapper.shared();

	RightsClaims(IssuedRights issued) {
		this.issued = issued;
	}

	/**
	 * Adds rights to claims that are complete otherwise. The scopes of a client are names
	 * of permissions, so that a long list of them is stored along with the permissions.
	 */
	void add(JwtClaimsSet.Builder claims, Rights rights) {
		Map<String, Object> content = content(rights);
		claims.claims((all) -> {
			if (sizeOf(all) + sizeOf(content) <= MOST) {
				all.putAll(content);
				return;
			}
			if (String.valueOf(all.get(OAuth2ParameterNames.SCOPE)).length() > MOST_OF_SCOPES) {
				content.put(OAuth2ParameterNames.SCOPE, all.remove(OAuth2ParameterNames.SCOPE));
			}
			all.put(RightsSource.CLAIM, this.issued.store(this.json.writeValueAsString(content)));
		});
	}

	/** Returns the scopes of a token, also those that do not fit into it. */
	String scopesOf(Jwt token) {
		String scopes = token.getClaimAsString(OAuth2ParameterNames.SCOPE);
		if (scopes == null && token.hasClaim(RightsSource.CLAIM)) {
			String content = this.issued.find(token);
			scopes = (content != null) ? this.json.readTree(content).path(OAuth2ParameterNames.SCOPE).asString("")
					: null;
		}
		return (scopes != null) ? scopes : "";
	}

	/** Returns lists of a type that Spring Security can deserialize. */
	private static Map<String, Object> content(Rights rights) {
		Map<String, Object> content = new LinkedHashMap<>();
		content.put("roles", new ArrayList<>(rights.roles()));
		content.put("permissions", new ArrayList<>(rights.grants()));
		content.put("teams", new ArrayList<>(rights.teams()));
		return content;
	}

	private int sizeOf(Map<String, Object> claims) {
		Map<String, String> texts = new LinkedHashMap<>();
		claims.forEach((name, value) -> texts.put(name,
				(value instanceof List<?>) ? this.json.writeValueAsString(value) : String.valueOf(value)));
		return this.json.writeValueAsString(texts).getBytes(StandardCharsets.UTF_8).length;
	}

}
