using System.Security.Cryptography.X509Certificates;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Elizon.Silo.Hosting;

/// <summary>
/// ASP.NET Core Data Protection for secrets at rest, with its key ring in PostgreSQL, so that every silo reads what another
/// one wrote. <c>Elizon:KeyRingCertificate</c> (a PFX file, the same on every silo) encrypts the keys themselves.
/// </summary>
public static class KeyRing
{
    public static IServiceCollection AddElizonKeyRing(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("elizon");
        services
            .AddOptions<KeyManagementOptions>()
            .Configure<NpgsqlDataSource>(
                (keys, database) => keys.XmlRepository = new PostgresKeyRing(database)
            );
        return services;
    }

    public static IServiceCollection ProtectElizonKeyRing(
        this IServiceCollection services,
        IConfiguration settings
    )
    {
        if (settings["Elizon:KeyRingCertificate"] is { Length: > 0 } file)
            services
                .AddDataProtection()
                .ProtectKeysWithCertificate(
                    X509CertificateLoader.LoadPkcs12FromFile(
                        file,
                        settings["Elizon:KeyRingCertificatePassword"]
                    )
                );
        return services;
    }
}

/// <summary>The keys' table. Data Protection reads it at start and once a day, synchronously.</summary>
internal sealed class PostgresKeyRing(NpgsqlDataSource database) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var command = database.CreateCommand("select xml from data_protection_key");
        using var reader = command.ExecuteReader();
        var elements = new List<XElement>();
        while (reader.Read())
            elements.Add(XElement.Parse(reader.GetString(0)));
        return elements;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var command = database.CreateCommand(
            "insert into data_protection_key (name, xml) values ($1, $2)"
        );
        command.Parameters.Add(new() { Value = friendlyName });
        command.Parameters.Add(new() { Value = element.ToString(SaveOptions.DisableFormatting) });
        command.ExecuteNonQuery();
    }
}
