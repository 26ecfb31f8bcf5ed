package io.kehu.auth.user;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.kehu.auth.right.Catalogue;
import io.kehu.auth.right.Grantable;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.ExternalId;
import io.kehu.platform.record.RecordLookup;
import org.jspecify.annotations.Nullable;

/**
 * The users, roles and teams that a chunk of details refers to: loaded with one query
 * each and extended as new users are created.
 */
final class UserLookup implements RecordLookup<UserDetails, User> {

	private final Map<String, User> byUsername = new HashMap<>();

	private final Map<ExternalId, User> byExternalId = new HashMap<>();

	private final Grantable grantable;

	private UserLookup(Grantable grantable) {
		this.grantable = grantable;
	}

	static UserLookup of(UserRepository repository, Catalogue catalogue, Collection<UserDetails> details) {
		List<String> roles = details.stream().flatMap((one) -> one.roles().stream()).distinct().toList();
		List<UUID> teams = details.stream().flatMap((one) -> one.teamIds().stream()).distinct().toList();
		UserLookup lookup = new UserLookup(catalogue.find(roles, teams));
		repository.findByUsernameIn(details.stream().map(UserDetails::username).distinct().toList())
			.forEach(lookup::add);
		repository.findByExternalIds(details.stream().flatMap((one) -> one.externalIds().stream()).distinct().toList())
			.forEach(lookup::add);
		return lookup;
	}

	@Override
	public void add(User user) {
		this.byUsername.put(user.username(), user);
		user.externalIds().forEach((id) -> this.byExternalId.put(id, user));
	}

	@Override
	public @Nullable User find(UserDetails details) {
		User found = null;
		for (ExternalId id : details.externalIds()) {
			User user = this.byExternalId.get(id);
			if (user != null && found != null && !same(user, found)) {
				throw taken(user, details, id);
			}
			found = (user != null) ? user : found;
		}
		User result = (found != null) ? found : this.byUsername.get(details.username());
		if (result != null && result.deleted()) {
			throw ProblemException.heldBy(result.id(), "/username", "belongs to a deleted user, which can be restored");
		}
		return result;
	}

	@Override
	public void check(UserDetails details, @Nullable User user) {
		User namesake = this.byUsername.get(details.username());
		if (namesake != null && belongsToAnother(namesake, user)) {
			throw ProblemException.heldBy(namesake.id(), "/username", "is already taken by another user");
		}
		for (ExternalId id : details.externalIds()) {
			User holder = this.byExternalId.get(id);
			if (holder != null && belongsToAnother(holder, user)) {
				throw taken(holder, details, id);
			}
		}
		this.grantable.check(details.roles(), details.teamIds());
	}

	private static boolean belongsToAnother(User holder, @Nullable User user) {
		return user == null || !same(holder, user);
	}

	private static boolean same(User one, User other) {
		return one.id().equals(other.id());
	}

	private static ProblemException taken(User holder, UserDetails details, ExternalId id) {
		return ProblemException.heldBy(holder.id(), "/externalIds/" + details.externalIds().indexOf(id),
				"%s:%s belongs to another user".formatted(id.system(), id.id()));
	}

}
