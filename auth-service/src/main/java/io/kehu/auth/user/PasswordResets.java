package io.kehu.auth.user;

import java.util.List;
import java.util.UUID;

/**
 * The result of requiring new passwords in bulk.
 *
 * @param users the number of users who must choose a new password
 * @param outOfReach the ids of users with more rights than the caller, who are unchanged
 */
record PasswordResets(int users, List<UUID> outOfReach) {
}
