package org.sekisho.smsotp.sender;

import org.keycloak.provider.ProviderFactory;

/** Makes one kind of {@link SmsSender}. */
public interface SmsSenderFactory extends ProviderFactory<SmsSender> {}
