package io.kehu.auth.user;

import java.util.List;
import java.util.UUID;

/**
 * What came of having many users choose new passwords.
 *
 * @param users how many must do so now
 * @param outOfReach those over whom the caller may not decide, and who stay as they are
 */
record PasswordResets(int users, List<UUID> outOfReach) {
}
