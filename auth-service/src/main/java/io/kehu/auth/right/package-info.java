/**
 * Rights, and the protection against privilege escalation.
 */
@NullMarked
package io.kehu.auth.right;

import org.jspecify.annotations.NullMarked;
