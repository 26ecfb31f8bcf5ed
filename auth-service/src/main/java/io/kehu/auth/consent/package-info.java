/**
 * Consents that users give to clients.
 */
@NullMarked
package io.kehu.auth.consent;

import org.jspecify.annotations.NullMarked;
