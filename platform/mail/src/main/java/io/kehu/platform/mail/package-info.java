/**
 * E-mails that services send.
 */
@NullMarked
package io.kehu.platform.mail;

import org.jspecify.annotations.NullMarked;
