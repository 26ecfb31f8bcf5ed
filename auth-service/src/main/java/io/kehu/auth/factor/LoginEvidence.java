package io.kehu.auth.factor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/**
 * How and when a user has authenticated.
 *
 * @param proofs the factors that were shown
 * @param at the time of the latest of them
 */
public record LoginEvidence(Set<Proof> proofs, Instant at) {

	/** The context class of a login with one factor. */
	public static final String ONE_FACTOR = "urn:kehu:acr:one-factor";

	/** The context class of a login with two factors. */
	public static final String TWO_FACTORS = "urn:kehu:acr:two-factors";

	/**
	 * Returns the evidence of an authentication, or nothing if it isn't a user's login.
	 */
	public static Optional<LoginEvidence> of(Authentication authentication) {
		Set<Proof> proofs = EnumSet.noneOf(Proof.class);
		List<Instant> times = new ArrayList<>();
		authentication.getAuthorities().forEach((granted) -> Proof.of(granted).ifPresent((proof) -> {
			proofs.add(proof);
			if (granted instanceof FactorGrantedAuthority factor) {
				times.add(factor.getIssuedAt());
			}
		}));
		return times.stream().max(Comparator.naturalOrder()).map((at) -> new LoginEvidence(proofs, at));
	}

	/**
	 * Returns whether two factors were shown.
	 */
	public boolean isTwoFactors() {
		return this.proofs.contains(Proof.PASSKEY) || this.proofs.size() > 1;
	}

	/**
	 * Returns the value of the {@code acr} claim.
	 */
	public String contextClass() {
		return isTwoFactors() ? TWO_FACTORS : ONE_FACTOR;
	}

	/**
	 * Returns the values of the {@code amr} claim.
	 */
	public List<String> methods() {
		List<String> methods = new ArrayList<>();
		this.proofs.forEach((
				proof) -> proof.methods().stream().filter((method) -> !methods.contains(method)).forEach(methods::add));
		if (isTwoFactors()) {
			methods.add("mfa");
		}
		return methods;
	}

}
