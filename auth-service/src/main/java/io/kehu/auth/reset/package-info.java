/**
 * New passwords: chosen by those who know the old one, and by those who can read their
 * mail.
 */
@NullMarked
package io.kehu.auth.reset;

import org.jspecify.annotations.NullMarked;
