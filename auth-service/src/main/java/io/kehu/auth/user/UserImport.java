package io.kehu.auth.user;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import io.kehu.platform.bulk.BulkItem;
import io.kehu.platform.bulk.BulkOutcome;
import io.kehu.platform.bulk.BulkStatus;
import io.kehu.platform.bulk.BulkTarget;
import io.kehu.platform.record.RecordStore;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Imports users of a legacy system with their passwords. Bare digests are never stored,
 * see {@link LegacyPasswords}.
 */
@Component
class UserImport implements BulkTarget<ImportedUser> {

	private final RecordStore<UserDetails, ?, UserView> users;

	private final AccountRepository accounts;

	private final PasswordConfiguration.Legacy legacy;

	private final TransactionOperations transactions;

	UserImport(RecordStore<UserDetails, ?, UserView> users, AccountRepository accounts,
			PasswordConfiguration.Legacy legacy, TransactionOperations transactions) {
		this.users = users;
		this.accounts = accounts;
		this.legacy = legacy;
		this.transactions = transactions;
	}

	@Override
	public Set<String> keyMembers() {
		return this.users.keyMembers();
	}

	@Override
	public List<BulkOutcome> store(List<BulkItem<ImportedUser>> items, Consumer<Collection<?>> touched) {
		Map<String, String> hashes = hashes(items);
		List<BulkOutcome> outcomes = this.transactions.execute((status) -> store(items, hashes, touched));
		return Objects.requireNonNull(outcomes);
	}

	/** Computed before the transaction, because hashing takes time. */
	private Map<String, String> hashes(List<BulkItem<ImportedUser>> items) {
		Set<String> known = this.accounts
			.known(items.stream().map((item) -> item.given().username()).filter(Objects::nonNull).toList());
		Map<String, String> hashes = new HashMap<>();
		for (BulkItem<ImportedUser> item : items) {
			ImportedUser user = item.given();
			ImportedHash hash = user.passwordHash();
			if (hash != null && item.isWhole() && !known.contains(user.username())) {
				hashes.put(user.username(), stored(hash));
			}
		}
		return hashes;
	}

	private String stored(ImportedHash imported) {
		return switch (imported.algorithm()) {
			case MD5 -> "{argon2id-md5}" + this.legacy.md5().imported(imported);
			case SHA1 -> "{argon2id-sha1}" + this.legacy.sha1().imported(imported);
			case SHA256 -> "{argon2id-sha256}" + this.legacy.sha256().imported(imported);
			case BCRYPT -> "{bcrypt}" + imported.hash();
		};
	}

	private List<BulkOutcome> store(List<BulkItem<ImportedUser>> items, Map<String, String> hashes,
			Consumer<Collection<?>> touched) {
		List<BulkOutcome> outcomes = this.users
			.store(items.stream().map((item) -> item.as(UserDetails.class, ImportedUser::details)).toList(), touched);
		List<BulkOutcome> all = new ArrayList<>(outcomes);
		for (int i = 0; i < all.size(); i++) {
			@Nullable UUID id = all.get(i).id();
			String hash = hashes.get(items.get(i).given().username());
			if (id != null && hash != null && all.get(i).status() == BulkStatus.CREATED) {
				this.accounts.changePasswordHash(id, hash);
			}
		}
		return all;
	}

}
