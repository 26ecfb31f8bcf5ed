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
 * How and when somebody has proved who they are.
 *
 * @param proofs what they have shown
 * @param at when they have shown the last of it
 */
public record LoginEvidence(Set<Proof> proofs, Instant at) {

	/** Names the class of a login with one factor. */
	public static final String ONE_FACTOR = "urn:kehu:acr:one-factor";

	/** Names the class of a login with two factors. */
	public static final String TWO_FACTORS = "urn:kehu:acr:two-factors";

	/**
	 * Returns what a login tells of itself, or nothing when it is none of a person.
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
	 * Returns whether there were two factors.
	 */
	public boolean isTwoFactors() {
		return this.proofs.contains(Proof.PASSKEY) || this.proofs.size() > 1;
	}

	/**
	 * Returns the class of the login, for the claim {@code acr}.
	 */
	public String contextClass() {
		return isTwoFactors() ? TWO_FACTORS : ONE_FACTOR;
	}

	/**
	 * Returns the methods, for the claim {@code amr}.
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
