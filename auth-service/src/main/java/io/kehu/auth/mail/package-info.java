/**
 * E-mails.
 */
@NullMarked
package io.kehu.auth.mail;

import org.jspecify.annotations.NullMarked;
