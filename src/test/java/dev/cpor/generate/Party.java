package dev.cpor.generate;

/** A hand-picked partner with the customer it claims. */
enum Party {
    MUELLER("1000102", "Müller & Söhne IT-Beratung GmbH", "DE", "EUR", "OSU;OSA", true, Party.BOTH, "Bäckerei Weiß KG"),
    FORMULA("1000101", "=Contoso Cloud+7", "GB", "GBP", "OSU;OSA", true, Party.BOTH, "=Fabrikam(2)"),
    SAKURA("1000103", "桜システム株式会社", "JP", "JPY", "OSU;OSA", true, Party.BOTH, "東京みなと病院"),
    ROCKET("1000104", "Rocket 🚀 Consulting Ltda.", "BR", "BRL", "OSU;OSA", false, Party.BOTH, "Padaria São João"),
    USAGE_ONLY(
            "1000105",
            "Harbor \"24/7\" Services, Inc.",
            "US",
            "USD",
            "OSU",
            true,
            "BUSINESS_APPLICATIONS",
            "City of Ypsilanti"),
    NOOR("1000106", "Al Noor Systems W.L.L.", "KW", "KWD", "OSU;OSA", true, Party.BOTH, "مستشفى السلام");

    private static final String BOTH = "BUSINESS_APPLICATIONS;MODERN_WORK";

    private final String mpnId;
    private final String partner;
    private final String country;
    private final String currency;
    private final String programs;
    private final boolean payoutProfileValid;
    private final String designations;
    private final String customer;

    Party(
            String mpnId,
            String partner,
            String country,
            String currency,
            String programs,
            boolean payoutProfileValid,
            String designations,
            String customer) {
        this.mpnId = mpnId;
        this.partner = partner;
        this.country = country;
        this.currency = currency;
        this.programs = programs;
        this.payoutProfileValid = payoutProfileValid;
        this.designations = designations;
        this.customer = customer;
    }

    String mpnId() {
        return mpnId;
    }

    String tenantId() {
        return "5eed0" + mpnId.substring(4) + "-4b1d-4c0e-a5a5-0123456789ab";
    }

    void writeTo(Feeds feeds, String period) {
        String valid = Boolean.toString(payoutProfileValid);
        feeds.row(Feed.PARTNERS, period, mpnId, partner, country, currency, programs, valid, designations);
        String publicSector = Boolean.toString(this == USAGE_ONLY);
        feeds.row(Feed.CUSTOMERS, period, tenantId(), customer, country, publicSector);
    }
}
